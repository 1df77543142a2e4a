package parley.desktop.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// Where peers knock: listens on all addresses of this machine and shakes hands with whoever comes,
/// 8 strangers at once at most; who finds no place, or is no Parley, is shut out without a word.
/// One virtual thread accepts, one more a stranger shakes hands.
final class Doorway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);
    private static final Duration LEAST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ServerSocket socket;
    private final Lines lines;
    private final Lobby lobby;
    private final Strand strand;
    private final Semaphore places = new Semaphore(PeerLimits.STRANGERS);

    /// Begins to listen.
    ///
    /// @param port 0 for any free one, else from 1,024
    /// @throws IOException where the port is taken
    Doorway(int port, Lines lines, Lobby lobby, Strand strand) throws IOException {
        this.socket = new ServerSocket(port);
        this.lines = lines;
        this.lobby = lobby;
        this.strand = strand;
        Thread.ofVirtual().name("private-doorway").start(this::acceptAll);
    }

    /// Where it listens.
    int port() {
        return socket.getLocalPort();
    }

    private void acceptAll() {
        Duration pause = LEAST_PAUSE;
        while (!socket.isClosed()) {
            try {
                admit(socket.accept());
                pause = LEAST_PAUSE;
            } catch (IOException failed) {
                if (!socket.isClosed()) {
                    LOG.warn("private doorway could not accept, tries again", failed);
                    pause = rest(pause);
                }
            }
        }
    }

    /// Out of descriptors, accepting fails at once and for ever: it must not spin.
    private static Duration rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    private void admit(Socket stranger) {
        if (!places.tryAcquire()) {
            Lines.closeQuietly(stranger);
            return;
        }
        long since = strand.nanos();
        Thread.ofVirtual().name("private-stranger").start(() -> greet(stranger, since));
    }

    private void greet(Socket stranger, long since) {
        AtomicBoolean gone = new AtomicBoolean();
        Runnable left =
                () -> {
                    if (gone.compareAndSet(false, true)) {
                        places.release();
                    }
                };
        try {
            Lines.prepare(stranger);
            TlsLine line = lines.accepted(stranger);
            strand.execute(() -> lobby.enter(line, since, left));
        } catch (IOException noParley) {
            LOG.debug("somebody knocked who is no Parley why={}", noParley.toString());
            Lines.closeQuietly(stranger);
            left.run();
        }
    }

    /// Listens no more.
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
