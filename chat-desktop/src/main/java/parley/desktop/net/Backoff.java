package parley.desktop.net;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait before the next try: at least half a second, at most half a minute, twice as
/// long in the mean with each failure, and with full jitter, so that a thousand desktops do not
/// come back at the same moment. A value; the chance is injected.
public record Backoff(DoubleSupplier chance) {
    static final Duration LEAST = Duration.ofMillis(500);
    static final Duration MOST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 6;

    /// The wait after so many failures in a row, the first being 1.
    ///
    /// @param asked what the server asked for at least; jitter comes on top, never off
    public Duration after(int failures, Duration asked) {
        Duration ceiling = LEAST.multipliedBy(1L << Math.clamp(failures, 1, DOUBLINGS));
        Duration bounded = ceiling.compareTo(MOST) > 0 ? MOST : ceiling;
        Duration spread = bounded.minus(LEAST);
        Duration jitter = Duration.ofNanos((long) (spread.toNanos() * chance.getAsDouble()));
        return (asked.compareTo(LEAST) > 0 ? asked : LEAST).plus(jitter);
    }
}
