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
    private volatile long firstId = System.nanoTime();

    /// The number of the last broadcast that was heard; -1 before the first.
    private long lastCry = -1;

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
        Request.Proof proof = new Request.Proof.Password(password);
        Request.Login login =
                new Request.Login(
                        user, proof, Line.CLIENT, false, PresenceMode.NONE, false, Limits.PROTOCOL);
        if (line.signIn(login) instanceof Reply.Welcome) {
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
    @SuppressWarnings("NonAtomicVolatileUpdate") // only one thread says
    Void say(Chat to, int count, int window, int bytes, Duration pace)
            throws IOException, InterruptedException {
        firstId += sentAt.length();
        sentAt = new AtomicLongArray(count);
        room.drainPermits();
        room.release(window);
        String padding = "x".repeat(Math.max(0, bytes - 40));
        for (int number = 0; number < count; number++) {
            room.acquire();
            LockSupport.parkNanos(pace.toNanos());
            long now = System.nanoTime();
            sentAt.set(number, now);
            String text = "%019d %019d %s".formatted(number, now, padding);
            line.say(new Envelope<>(Long.toString(firstId + number), Letter.saying(to, text)));
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
                case Heard.Answer(String tag, Reply.Sent _) -> answered(answered++, tag);
                case Heard.Answer(String tag, Reply.SentToEveryone _) -> answered(answered++, tag);
                case Heard.Told(Event.Message(ChatMessage message))
                        when !message.chat().equals(Chat.EVERYONE) -> {
                    String text = message.text();
                    expect(arrived++, number(text), "a message");
                    arrivalTimes.recordValue(
                            System.nanoTime() - Long.parseLong(text.substring(20, 39)));
                }
                case Heard.Told(Event.Message(ChatMessage cry)) -> cried(cry.text());
                case Heard.Told _ -> {}
                case Heard.Unknown _ -> {}
                case Heard.Answer other ->
                        throw new IllegalStateException("unexpected answer: " + other);
            }
        }
        return null;
    }

    private void answered(long due, String tag) {
        int number = (int) (Long.parseLong(tag) - firstId);
        expect(due, number, "an answer");
        answerTimes.recordValue(System.nanoTime() - sentAt.get(number));
        room.release();
    }

    /// One comes into the middle of what is said to everyone; from there on none is missing, until
    /// numbers begin anew. What has no number was not said by one of these.
    private void cried(String text) {
        if (!Character.isDigit(text.charAt(0))) {
            return;
        }
        long number = number(text);
        if (lastCry != -1 && number != 0) {
            expect(lastCry + 1, number, "a broadcast");
        }
        lastCry = number;
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(0, 19));
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
