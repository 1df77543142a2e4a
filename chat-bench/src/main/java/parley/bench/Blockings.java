package parley.bench;

import org.jspecify.annotations.Nullable;

import parley.protocol.Envelope;
import parley.protocol.Request;

import java.util.ArrayList;
import java.util.List;

/// When one user certainly had another blocked: from the answer to `block` until `unblock` was said
/// for the first time. Any thread may use it.
final class Blockings {
    private final String blocked;
    private final List<Span> spans = new ArrayList<>();
    private @Nullable Envelope<Request> asked;
    private int changes;
    private boolean inForce;
    private long since;

    /// By the monotonic clock.
    private record Span(long from, long to) {}

    Blockings(String blocked) {
        this.blocked = blocked;
    }

    String blocked() {
        return blocked;
    }

    /// What is to be said next: what was not answered yet, else a change.
    synchronized Envelope<Request> toggle() {
        Envelope<Request> open = asked;
        if (open != null) {
            return open;
        }
        if (inForce) {
            spans.add(new Span(since, System.nanoTime()));
        }
        changes++;
        Envelope<Request> fresh =
                new Envelope<>(
                        "block-" + changes,
                        inForce ? new Request.Unblock(blocked) : new Request.Block(blocked));
        asked = fresh;
        return fresh;
    }

    /// Whether something was said that is not answered yet.
    synchronized boolean isOpen() {
        return asked != null;
    }

    /// Notes an answer to this; one that was answered before changes nothing.
    synchronized void answered(String id) {
        if (asked != null && asked.tag().equals(id)) {
            inForce = asked.frame() instanceof Request.Block;
            since = System.nanoTime();
            asked = null;
        }
    }

    /// Whether the block was in force all the time between these two.
    synchronized boolean cover(long from, long to) {
        return spans.stream().anyMatch(span -> span.from() < from && to < span.to());
    }

    synchronized int count() {
        return spans.size();
    }
}
