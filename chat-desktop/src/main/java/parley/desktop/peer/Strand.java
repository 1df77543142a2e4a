package parley.desktop.peer;

import java.time.Duration;
import java.time.Instant;

/// One thing after the other: everything that decides about private chats runs here, so that it
/// needs no lock; with the clocks that it goes by. Nothing that runs here waits for a network.
interface Strand {
    /// Runs this after all that was handed over before. Any thread may call.
    void execute(Runnable step);

    /// Runs this on the strand once the time has passed.
    Alarm after(Duration delay, Runnable step);

    /// Nanoseconds of a monotonic clock.
    long nanos();

    /// The time of day, for what people read.
    Instant time();

    /// Something that will happen.
    interface Alarm {
        /// It will not, where this is called on the strand before it has.
        void cancel();
    }
}
