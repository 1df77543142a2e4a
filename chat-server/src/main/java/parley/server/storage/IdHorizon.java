package parley.server.storage;

import java.time.Duration;
import java.time.InstantSource;

/// Since when ids are remembered: for seven days, by the wall clock and by one that never jumps. So
/// a wall clock that jumps ahead makes no id forgotten that was used a minute ago, and one that was
/// wrong when the server started, and is put right, does not either.
record IdHorizon(InstantSource wall, InstantSource steady) {
    private static final Duration LAST = Duration.ofDays(7);

    /// In milliseconds since 1970.
    long millis() {
        return Math.min(wall.millis(), steady.millis()) - LAST.toMillis();
    }
}
