package parley.bench;

import org.HdrHistogram.Histogram;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Heard;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// One signed-in user of a load: one thread says, one hears. Its texts begin with their number and
/// the moment that they were sent at.
final class LoadClient implements AutoCloseable {
    private final Line line;
    private final Histogram answerTimes;
    private final Histogram arrivalTimes;
    private final Semaphore room = new Semaphore(0);

    /// Ids are one's own for 7 days, so each round has others.
    private final long firstId = System.nanoTime();

    private volatile AtomicLongArray sentAt = new AtomicLongArray(1);

    private LoadClient(Line line, Histogram answers, Histogram arrivals) {
        this.line = line;
        this.answerTimes = answers;
        this.arrivalTimes = arrivals;
    }

    /// A user that has just signed in, and hears of nobody's coming and going.
    static LoadClient signedIn(
            int port, String user, String password, Histogram answers, Histogram arrivals)
            throws IOException {
        Line line = Line.open(port);
        line.say(
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
        if (line.hear() instanceof Heard.Answer(String _, Reply.Welcome _)) {
            return new LoadClient(line, answers, arrivals);
        }
        line.close();
        throw new IOException(user + " was not let in");
    }

    Socket socket() {
        return line.socket();
    }

    void write(Envelope<Request> request) throws IOException {
        line.say(request);
    }

    /// Sends so many messages, never more than a window of them unanswered.
    ///
    /// @param pace time from one to the next at least
    Void say(String to, int count, int window, int bytes, Duration pace)
            throws IOException, InterruptedException {
        sentAt = new AtomicLongArray(count);
        room.release(window);
        String padding = "x".repeat(Math.max(0, bytes - 40));
        for (int number = 0; number < count; number++) {
            room.acquire();
            LockSupport.parkNanos(pace.toNanos());
            long now = System.nanoTime();
            sentAt.set(number, now);
            String text = "%019d %019d %s".formatted(number, now, padding);
            line.say(
                    new Envelope<>(Long.toString(firstId + number), new Request.Message(to, text)));
        }
        return null;
    }

    /// Hears until so many messages have come and as many of one's own are answered.
    ///
    /// @throws IllegalStateException where something came twice, too early or not at all
    Void hear(int messages, int answers) throws IOException {
        int arrived = 0;
        int answered = 0;
        while (arrived < messages || answered < answers) {
            switch (line.hear()) {
                case Heard.Answer(String tag, Reply.Sent _) -> {
                    int number = (int) (Long.parseLong(tag) - firstId);
                    expect(answered++, number, "an answer");
                    answerTimes.recordValue(System.nanoTime() - sentAt.get(number));
                    room.release();
                }
                case Heard.Told(Event.Message(ChatMessage message))
                        when !message.chat().equals(Chat.EVERYONE) -> {
                    String text = message.text();
                    expect(arrived++, Long.parseLong(text.substring(0, 19)), "a message");
                    arrivalTimes.recordValue(
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

    @Override
    public void close() {
        line.close();
    }
}
