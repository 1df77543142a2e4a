package parley.bench;

import org.HdrHistogram.Histogram;

import parley.protocol.ChatMessage;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.LineReader;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLongArray;

/// One signed-in user of a load: one thread says, one hears. Its texts begin with their number and
/// the moment that they were sent at.
final class LoadClient implements AutoCloseable {
    private final Socket socket;
    private final LineReader lines;
    private final OutputStream out;
    private final Histogram answers;
    private final Histogram arrivals;
    private final Semaphore room = new Semaphore(0);

    /// Ids are one's own for 7 days, so each round has others.
    private final long firstId = System.nanoTime();

    private volatile AtomicLongArray sentAt = new AtomicLongArray(1);

    private LoadClient(Socket socket, Histogram answers, Histogram arrivals) throws IOException {
        this.socket = socket;
        this.lines = new LineReader(socket.getInputStream(), Limits.LINE_BYTES);
        this.out = socket.getOutputStream();
        this.answers = answers;
        this.arrivals = arrivals;
    }

    /// A user that has just signed in, and hears of nobody's coming and going.
    static LoadClient signedIn(
            int port, String user, String password, Histogram answers, Histogram arrivals)
            throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        LoadClient client = new LoadClient(socket, answers, arrivals);
        client.write(
                new Envelope<>(
                        "login",
                        new Request.Login(
                                user,
                                new Request.Proof.Password(password),
                                "parley-bench/1.0",
                                false,
                                PresenceMode.NONE,
                                false,
                                Limits.PROTOCOL)));
        if (client.next() instanceof Heard.Answer(String _, Reply.Welcome _)) {
            return client;
        }
        socket.close();
        throw new IOException(user + " was not let in");
    }

    private void write(Envelope<Request> request) throws IOException {
        out.write(FrameCodec.encode(request));
    }

    /// Sends so many messages, never more than a window of them unanswered.
    Void say(String to, int count, int window, int bytes) throws IOException, InterruptedException {
        sentAt = new AtomicLongArray(count);
        room.release(window);
        String padding = "x".repeat(Math.max(0, bytes - 40));
        for (int number = 0; number < count; number++) {
            room.acquire();
            long now = System.nanoTime();
            sentAt.set(number, now);
            String text = "%019d %019d %s".formatted(number, now, padding);
            write(new Envelope<>(Long.toString(firstId + number), new Request.Message(to, text)));
        }
        return null;
    }

    /// Hears until so many messages have come and as many of one's own are answered.
    ///
    /// @throws IllegalStateException where something came twice, too early or not at all
    Void hear(int count) throws IOException {
        int arrived = 0;
        int answered = 0;
        while (arrived < count || answered < count) {
            switch (next()) {
                case Heard.Answer(String tag, Reply.Sent _) -> {
                    int number = (int) (Long.parseLong(tag) - firstId);
                    expect(answered++, number, "an answer");
                    answers.recordValue(System.nanoTime() - sentAt.get(number));
                    room.release();
                }
                case Heard.Told(Event.Message(ChatMessage message)) -> {
                    String text = message.text();
                    expect(arrived++, Long.parseLong(text.substring(0, 19)), "a message");
                    arrivals.recordValue(
                            System.nanoTime() - Long.parseLong(text.substring(20, 39)));
                }
                case Heard.Told _ -> {}
                case Heard.Unknown _ -> {}
                case Heard.Answer other ->
                        throw new IllegalStateException("unexpected answer: " + other);
            }
        }
        return null;
    }

    private static void expect(long wanted, long got, String what) {
        if (wanted != got) {
            throw new IllegalStateException(what + " numbered " + got + " in place of " + wanted);
        }
    }

    private Heard next() throws IOException {
        if (lines.next() != LineReader.Outcome.LINE) {
            throw new IOException("the server closed the connection");
        }
        return switch (FrameCodec.heard(lines.buffer(), lines.from(), lines.length())) {
            case Decoded.Frame<Heard>(Heard heard) -> heard;
            case Decoded.Broken<Heard> _ ->
                    throw new IOException(
                            "not understood: "
                                    + new String(
                                            lines.buffer(),
                                            lines.from(),
                                            lines.length(),
                                            StandardCharsets.UTF_8));
        };
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new IllegalStateException("a socket did not close", failed);
        }
    }
}
