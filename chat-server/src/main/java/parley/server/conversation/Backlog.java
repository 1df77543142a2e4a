package parley.server.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a session that joins still has to read from the store, chat by chat. What is said meanwhile
/// in a chat that has not reached its end makes that end later; so nothing piles up in memory.
/// Guarded by its mailbox.
final class Backlog {
    private final Map<Talk, Talk.Span> missing = new LinkedHashMap<>();

    /// A stretch of a chat that is to be read next.
    record Stretch(Talk talk, Talk.Span span) {}

    void add(Talk talk, Talk.Span span) {
        missing.put(talk, span);
    }

    /// Whether this message, just said, will be read from the store in its turn.
    boolean holds(Talk talk, long seq) {
        if (missing.isEmpty()) {
            return false;
        }
        return missing.computeIfPresent(talk, (t, span) -> new Talk.Span(span.after(), seq))
                != null;
    }

    Optional<Stretch> next() {
        return missing.entrySet().stream()
                .findFirst()
                .map(entry -> new Stretch(entry.getKey(), entry.getValue()));
    }

    void reached(Talk talk, long seq) {
        missing.computeIfPresent(
                talk, (t, span) -> seq >= span.upTo() ? null : new Talk.Span(seq, span.upTo()));
    }
}
