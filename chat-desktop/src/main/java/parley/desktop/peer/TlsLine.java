package parley.desktop.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;
import parley.wire.Connection;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// A line over a socket. One thread reads, and hands each frame to the strand, a few ahead at most;
/// the connection's outbox writes. Platform threads, because a file costs a fifth more on virtual
/// ones, which ask the system whether they have to wait before each read.
final class TlsLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(TlsLine.class);

    private final Connection connection;
    private final WideSocket socket;
    private final Fingerprint key;
    private final Optional<PeerAddress> dialled;
    private final Optional<InetAddress> from;
    private final Way way;
    private final Strand strand;
    private final Semaphore ahead = new Semaphore(PeerLimits.FRAMES_AHEAD);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Optional<Owner> owner = Optional.empty();
    private boolean wide;
    private boolean over;

    TlsLine(
            Connection connection,
            WideSocket socket,
            Fingerprint key,
            Optional<PeerAddress> dialled,
            Optional<InetAddress> from,
            Way way,
            Strand strand) {
        this.connection = connection;
        this.socket = socket;
        this.key = key;
        this.dialled = dialled;
        this.from = from;
        this.way = way;
        this.strand = strand;
    }

    @Override
    public Fingerprint key() {
        return key;
    }

    @Override
    public Optional<PeerAddress> dialled() {
        return dialled;
    }

    @Override
    public Optional<InetAddress> from() {
        return from;
    }

    @Override
    public Way way() {
        return way;
    }

    /// Done when the connection is closed for good. Any thread.
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void belongTo(Owner newOwner) {
        boolean first = owner.isEmpty();
        owner = Optional.of(newOwner);
        if (first) {
            Thread.ofPlatform().daemon().name("private-line").start(this::read);
        }
    }

    @Override
    public void say(PeerFrame frame) {
        if (!over && !connection.outbox().offer(PeerCodec.encode(frame))) {
            broken(Break.GONE);
        }
    }

    @Override
    public void carry(List<PeerFrame.FileData> load, Runnable written) {
        if (over) {
            return;
        }
        widen(load.size() == PeerLimits.FILE_PIECES_A_LOAD);
        boolean taken = true;
        for (PeerFrame.FileData piece : load.subList(0, load.size() - 1)) {
            taken &= put(piece, () -> {});
        }
        taken &= put(load.getLast(), () -> strand.execute(() -> tell(written)));
        connection.outbox().wake();
        if (!taken) {
            broken(Break.GONE);
        }
    }

    private boolean put(PeerFrame.FileData piece, Runnable written) {
        return connection
                .outbox()
                .put(
                        PeerCodec.inPlace(piece),
                        () -> {
                            piece.bytes().release();
                            written.run();
                        });
    }

    /// Lets the system take more at a time while the line is as quick as that needs.
    private void widen(boolean quick) {
        if (quick != wide) {
            wide = quick;
            try {
                Lines.prepare(connection.socket(), quick);
            } catch (IOException gone) {
                LOG.debug("private line can't be widened why={}", gone.toString());
            }
        }
    }

    private void tell(Runnable written) {
        if (!over) {
            written.run();
        }
    }

    @Override
    public void leave(String reason) {
        if (over) {
            return;
        }
        over = true;
        connection.outbox().offer(PeerCodec.encode(new PeerFrame.Bye(reason)));
        connection.outbox().finish();
        strand.after(PeerLimits.LAST_WORDS, this::closeConnection);
    }

    @Override
    public void close() {
        over = true;
        closeConnection();
    }

    /// Lets go of the reader too, where it waits for a strand that has ended meanwhile.
    private void closeConnection() {
        connection.close();
        ahead.release(PeerLimits.FRAMES_AHEAD);
        ended.complete(null);
    }

    /// Closes at once, whoever holds it. Any thread.
    void cut() {
        closeConnection();
    }

    private void broken(Break why) {
        strand.execute(() -> {
            if (!over) {
                close();
                owner.ifPresent(holder -> holder.broke(this, why));
            }
        });
    }

    // ---- the reading thread

    private void read() {
        try {
            broken(readFrames());
        } catch (IOException gone) {
            LOG.debug("private line broke why={}", gone.toString());
            broken(Break.GONE);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            closeConnection();
        }
    }

    private Break readFrames() throws IOException, InterruptedException {
        FrameReader reader = new FrameReader(connection.reader(), strand);
        List<PeerFrame> come = new ArrayList<>(PeerLimits.FILE_PIECES_A_LOAD);
        try {
            while (true) {
                switch (reader.next()) {
                    case FrameReader.Next.End() -> {
                        return Break.GONE;
                    }
                    case FrameReader.Next.Nonsense() -> {
                        return Break.RULES;
                    }
                    case FrameReader.Next.Frame(PeerFrame frame) -> {
                        ahead.acquire();
                        come.add(frame);
                        if (!isMoreToCome(frame, come.size())) {
                            handOver(come);
                        }
                    }
                }
            }
        } finally {
            handOver(come);
        }
    }

    /// Whether the strand need not be woken for this yet: it is a piece of a file, and as much as a
    /// further one is there already.
    private boolean isMoreToCome(PeerFrame last, int come) throws IOException {
        return last instanceof PeerFrame.FileData
                && come < PeerLimits.FILE_PIECES_A_LOAD
                && socket.arrived() >= PeerLimits.FILE_CHUNK;
    }

    private void handOver(List<PeerFrame> come) {
        List<PeerFrame> frames = List.copyOf(come);
        come.clear();
        strand.execute(() -> frames.forEach(this::hear));
    }

    private void hear(PeerFrame frame) {
        ahead.release();
        if (!over) {
            owner.ifPresent(holder -> holder.heard(this, frame));
        }
    }
}
