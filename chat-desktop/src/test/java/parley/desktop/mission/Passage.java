package parley.desktop.mission;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A piece of the wire before a port of loopback. Each connection has a thread for each way. Any
/// thread may use it.
abstract class Passage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> open = new ArrayList<>();

    /// The ways that bytes go.
    enum Way {
        TO_SERVER,
        TO_DESKTOP
    }

    Passage(int target) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
    }

    /// Lets connections through from now on.
    void begin() {
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                synchronized (open) {
                    open.addAll(List.of(near, far));
                }
                threads.execute(() -> passAll(Way.TO_SERVER, near, far));
                threads.execute(() -> passAll(Way.TO_DESKTOP, far, near));
            }
        } catch (IOException closed) {
            LOG.debug("the passage is closed", closed);
        }
    }

    private void passAll(Way way, Socket from, Socket to) {
        try (from;
                to) {
            pass(way, from, to);
        } catch (IOException ended) {
            LOG.debug("a connection ended", ended);
        }
    }

    /// Passes on what comes until the stream ends.
    abstract void pass(Way way, Socket from, Socket to) throws IOException;

    /// Cuts all connections. New ones are as if nothing had been.
    void cut() throws IOException {
        synchronized (open) {
            for (Socket socket : open) {
                socket.close();
            }
            open.clear();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        threads.close();
    }
}
