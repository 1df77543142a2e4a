package parley.desktop.net;

import org.jspecify.annotations.Nullable;

import parley.protocol.Chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words that the server has not answered yet: which of them go out now. Within a chat each
/// waits for the answer to the one before, so that they arrive in the order in which they were
/// written, whatever is refused, put off or cut short in between.
///
/// A value of the loop; it knows no socket, disk or clock.
public final class Outgoing {
    /// The server knows an id for 7 days. What was first sent longer ago than this is looked for in
    /// the history before it goes out again.
    static final Duration TRUSTED = Duration.ofDays(6);

    private final Map<Chat, ArrayDeque<Waiting>> queues = new LinkedHashMap<>();

    /// Words on their way.
    ///
    /// @param id what the server tells repeats by
    /// @param written no later than when they first went out, by this machine's clock
    public record Letter(String id, Chat chat, String text, Instant written) {
        /// Never the text.
        @Override
        public String toString() {
            return "Letter[id=" + id + "]";
        }
    }

    /// What is to be done for a letter, which is under way from then on.
    public sealed interface Step {
        Letter letter();

        record Post(Letter letter) implements Step {}

        /// Look through the history for its id first.
        record LookUp(Letter letter) implements Step {}
    }

    private enum Stage {
        FREE,
        UNDER_WAY,
        PUT_OFF
    }

    private static final class Waiting {
        private final Letter letter;
        private Stage stage = Stage.FREE;
        private boolean lookedUp;

        private Waiting(Letter letter) {
            this.letter = letter;
        }
    }

    /// Adds words behind all others of their chat.
    public void add(Letter letter) {
        queues.computeIfAbsent(letter.chat(), chat -> new ArrayDeque<>()).add(new Waiting(letter));
    }

    /// What is to be done, at this moment by this machine's clock.
    public List<Step> ready(Instant now) {
        List<Step> steps = new ArrayList<>();
        for (ArrayDeque<Waiting> queue : queues.values()) {
            Waiting head = queue.element();
            if (head.stage == Stage.FREE) {
                head.stage = Stage.UNDER_WAY;
                steps.add(step(head, now));
            }
        }
        return steps;
    }

    private static Step step(Waiting head, Instant now) {
        boolean old = head.letter.written.isBefore(now.minus(TRUSTED));
        return old && !head.lookedUp ? new Step.LookUp(head.letter) : new Step.Post(head.letter);
    }

    /// The letter has been answered, by a yes or a no.
    public void answered(Letter letter) {
        remove(letter.chat(), letter.id());
    }

    /// The history does not have the letter: it goes out again.
    public void notFound(Letter letter) {
        Waiting head = head(letter);
        if (head != null) {
            head.stage = Stage.FREE;
            head.lookedUp = true;
        }
    }

    /// The letter shall be tried again, but not before it is taken up.
    public void putOff(Letter letter) {
        Waiting head = head(letter);
        if (head != null) {
            head.stage = Stage.PUT_OFF;
        }
    }

    /// The letter was put off for long enough.
    public void takeUp(Letter letter) {
        Waiting head = head(letter);
        if (head != null && head.stage == Stage.PUT_OFF) {
            head.stage = Stage.FREE;
        }
    }

    /// The line has gone, and with it every answer that was awaited and every request to wait.
    public void lineLost() {
        queues.values().forEach(queue -> queue.element().stage = Stage.FREE);
    }

    /// Takes back a letter that is not under way.
    ///
    /// @return false where it is, or is not here
    public boolean takeBack(Chat chat, String id) {
        ArrayDeque<Waiting> queue = queues.get(chat);
        boolean free =
                queue != null
                        && queue.stream()
                                .anyMatch(one ->
                                        one.letter.id.equals(id) && one.stage != Stage.UNDER_WAY);
        if (free) {
            remove(chat, id);
        }
        return free;
    }

    private @Nullable Waiting head(Letter letter) {
        ArrayDeque<Waiting> queue = queues.get(letter.chat());
        Waiting head = queue == null ? null : queue.element();
        return head != null && head.letter.id.equals(letter.id) ? head : null;
    }

    private void remove(Chat chat, String id) {
        ArrayDeque<Waiting> queue = queues.get(chat);
        if (queue != null) {
            queue.removeIf(one -> one.letter.id.equals(id));
            if (queue.isEmpty()) {
                queues.remove(chat);
            }
        }
    }
}
