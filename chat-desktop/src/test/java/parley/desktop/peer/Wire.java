package parley.desktop.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A cable on loopback that a test can pull: passes bytes between whoever dials it and a port.
final class Wire implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean pulled;

    Wire() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    /// Where to dial.
    int port() {
        return door.getLocalPort();
    }

    /// Where it leads.
    void leadTo(int port) {
        target = port;
    }

    /// Breaks what runs through it, and lets nothing through any more.
    void pull() {
        pulled = true;
        ends.forEach(Lines::closeQuietly);
    }

    void plugIn() {
        pulled = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket here = door.accept();
                if (pulled) {
                    here.close();
                } else {
                    join(here, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            }
        } catch (IOException closed) {
            pull();
        }
    }

    private void join(Socket here, Socket there) {
        ends.add(here);
        ends.add(there);
        Thread.ofVirtual().start(() -> pass(here, there));
        Thread.ofVirtual().start(() -> pass(there, here));
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException broken) {
            Lines.closeQuietly(to);
        } finally {
            Lines.closeQuietly(from);
            Lines.closeQuietly(to);
            ends.remove(from);
            ends.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
