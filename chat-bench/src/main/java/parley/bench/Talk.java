package parley.bench;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.bench.Diary.Answer;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Heard;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// What one user says and hears on one connection once it is signed in. One thread asks, another
/// hears; what is heard is written down before it is acknowledged.
final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    /// Letters that may be unanswered at once.
    private static final int WINDOW = 12;

    private final Line line;
    private final Diary diary;
    private final Blockings blockings;
    private final Findings findings;
    private final Progress progress;
    private final Deque<String> asked = new ArrayDeque<>();
    private final Map<Chat, Long> heardUpTo = new HashMap<>();
    private final Map<Chat, Long> toAcknowledge = new HashMap<>();
    private boolean over;

    Talk(Line line, Diary diary, Blockings blockings, Findings findings, Progress progress) {
        this.line = line;
        this.diary = diary;
        this.blockings = blockings;
        this.findings = findings;
        this.progress = progress;
    }

    /// Sends a letter as soon as fewer than twelve are unanswered.
    ///
    /// @throws IOException where the connection has ended
    void send(Letter letter) throws IOException, InterruptedException {
        awaitRoom();
        diary.asks(letter);
        ask(new Envelope<>(letter.id(), letter.request()));
    }

    /// Says this request at once.
    void ask(Envelope<Request> request) throws IOException {
        synchronized (this) {
            asked.add(request.tag());
        }
        line.say(request);
    }

    private synchronized void awaitRoom() throws IOException, InterruptedException {
        while (asked.size() >= WINDOW && !over) {
            wait();
        }
        if (over) {
            throw new IOException("the connection is over");
        }
    }

    /// Waits until nothing is unanswered, or the connection is over.
    synchronized void awaitAnswers() throws InterruptedException {
        while (!asked.isEmpty() && !over) {
            wait();
        }
    }

    /// Waits until the connection is over.
    synchronized void awaitEnd() throws InterruptedException {
        while (!over) {
            wait();
        }
    }

    /// Hears until the connection ends.
    void hear() {
        try (line) {
            while (true) {
                take(line.hear());
                if (!line.hasMore()) {
                    acknowledge();
                }
            }
        } catch (IOException ended) {
            LOG.debug("a connection has ended user={}", diary.user(), ended);
        } catch (IllegalStateException broken) {
            findings.add(
                    "%s heard what it should not: %s",
                    diary.user(), String.valueOf(broken.getMessage()));
        } finally {
            end();
        }
    }

    private synchronized void end() {
        progress.ended(asked.size());
        over = true;
        notifyAll();
    }

    private void take(Heard heard) throws IOException {
        switch (heard) {
            case Heard.Answer(String id, Reply reply) -> answered(id, reply);
            case Heard.Told(Event.Message(ChatMessage message)) -> received(message);
            case Heard.Told(Event.Ping()) -> line.say(Envelope.untagged(new Request.Pong()));
            case Heard.Told _, Heard.Unknown _ -> {}
        }
    }

    private void answered(String id, Reply reply) throws IOException {
        long now = System.nanoTime();
        switch (reply) {
            case Reply.Sent(Chat _, long seq, var time) ->
                    diary.answered(id, new Answer.Sent(seq, time, now));
            case Reply.SentToEveryone(long seq, var time, long _, boolean _) ->
                    diary.answered(id, new Answer.Sent(seq, time, now));
            case Reply.Ok() -> blockings.answered(id);
            case Reply.Error(Refusal code, String message, var _) -> refused(id, code, message);
            default -> throw new IllegalStateException("an answer to " + id + ": " + reply);
        }
        next(id);
        progress.answered();
    }

    private void refused(String id, Refusal code, String message) throws IOException {
        switch (code) {
            case BLOCKED -> diary.answered(id, new Answer.Refused(System.nanoTime()));
            case NOT_BLOCKED -> blockings.answered(id);
            case UNAVAILABLE -> {
                progress.refused();
                diary.unknown();
                throw new IOException("the outcome of " + id + " is unknown");
            }
            default -> throw new IllegalStateException(id + " was refused: " + message);
        }
    }

    /// Replies come in the order of their requests.
    private synchronized void next(String id) {
        String due = asked.poll();
        if (!id.equals(due)) {
            throw new IllegalStateException("an answer to " + id + " in place of " + due);
        }
        notifyAll();
    }

    private void received(ChatMessage message) {
        Long before = heardUpTo.put(message.chat(), message.seq());
        if (before != null && before >= message.seq()) {
            throw new IllegalStateException(Diary.shown(message) + " behind " + before);
        }
        diary.received(message);
        if (message.chat() instanceof Chat.With) {
            toAcknowledge.put(message.chat(), message.seq());
        }
    }

    private void acknowledge() throws IOException {
        for (Map.Entry<Chat, Long> each : toAcknowledge.entrySet()) {
            line.say(
                    Envelope.untagged(
                            new Request.Delivered(each.getKey().toString(), each.getValue())));
        }
        toAcknowledge.clear();
    }
}
