package parley.desktop.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;
import parley.wire.Connection;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// A line over a socket. One virtual thread reads, and hands each frame to the strand, a few ahead
/// at most; the connection's outbox writes.
final class TlsLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(TlsLine.class);

    private final Connection connection;
    private final Fingerprint key;
    private final Optional<PeerAddress> dialled;
    private final Optional<InetAddress> from;
    private final Way way;
    private final Strand strand;
    private final Semaphore ahead = new Semaphore(PeerLimits.FRAMES_AHEAD);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Optional<Owner> owner = Optional.empty();
    private boolean over;

    TlsLine(
            Connection connection,
            Fingerprint key,
            Optional<PeerAddress> dialled,
            Optional<InetAddress> from,
            Way way,
            Strand strand) {
        this.connection = connection;
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
            Thread.ofVirtual().name("private-line").start(this::read);
        }
    }

    @Override
    public void say(PeerFrame frame) {
        if (!over && !connection.outbox().offer(PeerCodec.encode(frame))) {
            broken(Break.GONE);
        }
    }

    @Override
    public void say(PeerFrame frame, Runnable written) {
        if (over) {
            return;
        }
        if (connection
                .outbox()
                .put(PeerCodec.encode(frame), () -> strand.execute(() -> tell(written)))) {
            connection.outbox().wake();
        } else {
            broken(Break.GONE);
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
                    strand.execute(() -> hear(frame));
                }
            }
        }
    }

    private void hear(PeerFrame frame) {
        ahead.release();
        if (!over) {
            owner.ifPresent(holder -> holder.heard(this, frame));
        }
    }
}
