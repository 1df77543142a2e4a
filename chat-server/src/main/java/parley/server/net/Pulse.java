package parley.server.net;

import parley.protocol.Limits;
import parley.wire.Heartbeat;

import java.time.Duration;

/// Whether somebody is there: what was heard and when, and when its user was last at work. Any
/// thread may use it. Times are nanoseconds of the monotonic clock.
final class Pulse {
    private final Heartbeat heartbeat;
    private long lines;
    private long lastWork;
    private boolean ended;

    Pulse(long now) {
        this.heartbeat = new Heartbeat(Limits.SERVER_PINGS_AFTER, Limits.SERVER_DROPS_AFTER, now);
        this.lastWork = now;
    }

    /// A line has come.
    synchronized void heard(long now) {
        lines++;
        heartbeat.heard(now);
        notifyAll();
    }

    /// A request was taken that shows the user at work.
    synchronized void worked(long now) {
        lastWork = now;
    }

    /// When the user was last at work.
    synchronized long lastWork() {
        return lastWork;
    }

    /// The connection is over; nobody need wait for it.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// What is to be done about the silence of a client that acknowledges.
    synchronized Heartbeat.Verdict judge(long now) {
        return heartbeat.judge(now);
    }

    /// Asks by this, and waits for any line.
    ///
    /// @return whether one came in time
    synchronized boolean answersWithin(Duration patience, Runnable question)
            throws InterruptedException {
        long before = lines;
        question.run();
        long deadline = System.nanoTime() + patience.toNanos();
        while (lines == before && !ended) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return !ended;
    }
}
