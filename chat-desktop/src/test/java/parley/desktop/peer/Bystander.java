package parley.desktop.peer;

import parley.protocol.PeerAddress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A service of somebody else's on this machine: says nothing, and notes all that is said to it, a
/// connection each.
final class Bystander implements AutoCloseable {
    private final ServerSocket door;
    private final List<byte[]> heard = new CopyOnWriteArrayList<>();

    /// @param port 0 for any free one
    Bystander(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket guest = door.accept();
                Thread.ofVirtual().start(() -> listen(guest));
            }
        } catch (IOException closed) {
            Lines.closeQuietly(new Socket());
        }
    }

    private void listen(Socket guest) {
        try (guest) {
            heard.add(guest.getInputStream().readAllBytes());
        } catch (IOException reset) {
            heard.add(new byte[0]);
        }
    }

    PeerAddress address() {
        return new PeerAddress(door.getInetAddress(), door.getLocalPort());
    }

    /// What each connection that is over has said.
    List<byte[]> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
