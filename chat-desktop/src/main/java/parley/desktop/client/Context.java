package parley.desktop.client;

import parley.desktop.net.Loop;
import parley.desktop.net.ServerLink;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What every part of an open window works with: the loop, the line, the clock, and whom to tell.
record Context(Loop loop, ServerLink link, InstantSource clock, Consumer<Change> listener) {
    /// Tells a change once this turn is safe.
    void tell(Change change) {
        loop.leave(() -> listener.accept(change));
    }

    Instant now() {
        return clock.instant();
    }
}
