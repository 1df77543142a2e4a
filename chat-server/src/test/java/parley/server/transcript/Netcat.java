package parley.server.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A plain connection as somebody with netcat has it, whose pings are answered.
///
/// A virtual thread of its own reads; one other thread may type and hear.
final class Netcat implements AutoCloseable {
    private static final String PING = "{\"type\":\"ping\"}";
    private static final String PONG = "{\"type\":\"pong\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    /// What came.
    sealed interface Heard {
        record Line(String text) implements Heard {}

        /// The other side has closed in good order.
        record End() implements Heard {}

        /// The connection broke.
        record Cut(String why) implements Heard {}
    }

    private Netcat(Socket socket) {
        this.socket = socket;
    }

    /// Connects to this port of this machine.
    static Netcat to(int port) throws IOException {
        Netcat netcat = new Netcat(new Socket(InetAddress.getByName("127.0.0.1"), port));
        Thread.ofVirtual().name("netcat").start(netcat::listen);
        return netcat;
    }

    private void listen() {
        try {
            hearAll();
            heard.add(new Heard.End());
        } catch (IOException cut) {
            heard.add(new Heard.Cut(String.valueOf(cut.getMessage())));
        }
    }

    private void hearAll() throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(PING)) {
                type(PONG);
            } else {
                heard.add(new Heard.Line(line));
            }
        }
    }

    /// Sends a line.
    synchronized void type(String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// The next that comes; nothing where nothing comes for twenty seconds.
    Optional<Heard> next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
