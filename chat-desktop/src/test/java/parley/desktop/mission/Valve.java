package parley.desktop.mission;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A piece of the wire before a port of loopback that can be shut one way: from a line with certain
/// words on it passes nothing on, until it is opened or the wire is cut. Any thread may use it.
final class Valve implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Valve.class);

    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> open = new ArrayList<>();
    private Way shut = Way.NONE;
    private String from = "";
    private Way held = Way.NONE;

    /// The ways that bytes go.
    enum Way {
        TO_SERVER,
        TO_DESKTOP,
        NONE
    }

    private Valve(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static Valve before(int target) throws IOException {
        Valve valve = new Valve(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        valve.threads.execute(valve::accept);
        return valve;
    }

    int port() {
        return door.getLocalPort();
    }

    /// Passes nothing more this way from the next line with these words on.
    synchronized void shut(Way way, String words) {
        shut = way;
        from = words;
        held = Way.NONE;
    }

    /// Waits until such a line has come.
    void awaitHeld() {
        Patience.until(this::isHeld, () -> "no line with " + from + " has come");
    }

    private synchronized boolean isHeld() {
        return held != Way.NONE;
    }

    /// Passes on what was held back; it has left when this returns.
    void open() {
        release();
        Patience.until(() -> !isHeld(), () -> "what was held back does not leave");
    }

    private synchronized void release() {
        shut = Way.NONE;
        notifyAll();
    }

    /// Cuts all connections, and loses what was held back. New ones are as if nothing had been.
    synchronized void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
        release();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                synchronized (this) {
                    open.addAll(List.of(near, far));
                }
                threads.execute(() -> pass(Way.TO_SERVER, near, far));
                threads.execute(() -> pass(Way.TO_DESKTOP, far, near));
            }
        } catch (IOException closed) {
            LOG.debug("the valve is closed", closed);
        }
    }

    private void pass(Way way, Socket near, Socket far) {
        try (near;
                far) {
            InputStream in = new BufferedInputStream(near.getInputStream());
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                awaitPassage(way, new String(line, StandardCharsets.UTF_8));
                far.getOutputStream().write(line);
                passed(way);
            }
        } catch (IOException ended) {
            LOG.debug("a connection ended", ended);
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = 0;
        while (next != '\n') {
            next = in.read();
            if (next < 0) {
                break;
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private synchronized void awaitPassage(Way way, String line) throws IOException {
        if (way != shut || !line.contains(from)) {
            return;
        }
        held = way;
        try {
            while (way == shut) {
                wait();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the valve is closed");
        }
    }

    private synchronized void passed(Way way) {
        if (way == held) {
            held = Way.NONE;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        threads.close();
    }
}
