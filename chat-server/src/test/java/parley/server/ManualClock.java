package parley.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/// A clock that a test sets forward, or back, as it likes; its nanoseconds only ever go forward.
public final class ManualClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T15:04:05.123Z");
    private long nanos = 1_000_000_000L;

    /// Time goes by.
    public void passes(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /// The system's clock is set to another time.
    public void jumpsTo(Instant time) {
        now = time;
    }

    public LongSupplier nanos() {
        return () -> nanos;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
