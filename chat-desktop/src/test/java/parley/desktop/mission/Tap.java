package parley.desktop.mission;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A listener on the wire: passes connections on to a port of loopback, and keeps every byte that
/// went either way.
final class Tap implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tap.class);

    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<ByteArrayOutputStream> heard =
            new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();

    private Tap(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static Tap before(int target) throws IOException {
        Tap tap = new Tap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        tap.threads.execute(tap::accept);
        return tap;
    }

    int port() {
        return door.getLocalPort();
    }

    /// Whether these words went over any of the connections, either way.
    boolean heard(String words) {
        return heard.stream()
                .anyMatch(bytes -> bytes.toString(StandardCharsets.UTF_8).contains(words));
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                threads.execute(() -> pass(near, far));
                threads.execute(() -> pass(far, near));
            }
        } catch (IOException closed) {
            LOG.debug("the tap is closed", closed);
        }
    }

    private void pass(Socket from, Socket to) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        heard.add(kept);
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            for (int got = from.getInputStream().read(buffer);
                    got >= 0;
                    got = from.getInputStream().read(buffer)) {
                kept.write(buffer, 0, got);
                to.getOutputStream().write(buffer, 0, got);
            }
        } catch (IOException ended) {
            LOG.debug("a connection ended", ended);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.close();
    }
}
