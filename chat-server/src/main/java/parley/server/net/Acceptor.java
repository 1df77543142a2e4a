package parley.server.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Takes connections on one port and hands each to [Arrivals] on a virtual thread of its own.
///
/// One platform thread accepts, and nothing that a client does can hold it up. Where the system has
/// no descriptors left it waits between 10 ms and 1 s, and never gives up.
public final class Acceptor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);
    private static final int BACKLOG = 1024;
    private static final long LEAST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final ServerSocket server;
    private final Admission admission;
    private final Reception reception;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ScheduledExecutorService timer = timer();
    private final Thread thread = Thread.ofPlatform().name("acceptor").unstarted(this::acceptAll);

    private Acceptor(ServerSocket server, Door door, Arrivals arrivals) {
        this.server = server;
        this.admission = door.admission();
        this.reception = new Reception(door, arrivals);
    }

    /// It forgets at once whoever signs in.
    private static ScheduledExecutorService timer() {
        var timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("strangers").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /// Listens at this address. Nobody is let in before [#start].
    ///
    /// @throws IOException where the port is taken or the address is not this machine's
    public static Acceptor listen(InetSocketAddress address, Door door, Arrivals arrivals)
            throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(address, BACKLOG);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        return new Acceptor(server, door, arrivals);
    }

    /// The port that was chosen, or found free.
    public int port() {
        return server.getLocalPort();
    }

    /// Lets connections in from now on.
    public void start() {
        thread.start();
    }

    private void acceptAll() {
        long pause = 0;
        while (!server.isClosed()) {
            try {
                welcome(server.accept());
                pause = 0;
            } catch (IOException failed) {
                if (pause == 0 && !server.isClosed()) {
                    LOG.warn("no connection can be accepted for now: {}", failed.getMessage());
                }
                pause = Math.clamp(2 * pause, LEAST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
                rest(pause);
            }
        }
    }

    private void rest(long millis) {
        try {
            var _ = closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void welcome(Socket socket) throws IOException {
        Optional<Admission.Place> place = admission.enter(socket.getInetAddress());
        if (place.isEmpty()) {
            socket.close();
            return;
        }
        Guest guest = new Guest(socket, place.get(), timer);
        Thread.ofVirtual().name("guest").start(() -> reception.receive(guest));
    }

    /// Lets nobody in any more; who is in stays.
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            LOG.debug("the port did not close cleanly", failed);
        }
        closing.countDown();
        awaitLastWelcome();
        timer.shutdownNow();
    }

    private void awaitLastWelcome() {
        try {
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
