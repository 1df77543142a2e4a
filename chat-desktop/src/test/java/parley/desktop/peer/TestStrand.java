package parley.desktop.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// A strand whose clock stands still until a test moves it. Steps run when the test says so, in the
/// order of their time, on the test's own thread.
final class TestStrand implements Strand {
    private static final Instant BEGIN = Instant.parse("2026-11-22T15:04:05.123Z");

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(
                    Comparator.comparingLong((Due it) -> it.at).thenComparingLong(it -> it.turn));
    private long now;
    private long turns;

    private static final class Due implements Alarm {
        private final long at;
        private final long turn;
        private Runnable step;

        private Due(long at, long turn, Runnable step) {
            this.at = at;
            this.turn = turn;
            this.step = step;
        }

        @Override
        public void cancel() {
            step = () -> {};
        }
    }

    @Override
    public void execute(Runnable step) {
        after(Duration.ZERO, step);
    }

    @Override
    public Alarm after(Duration delay, Runnable step) {
        Due next = new Due(now + Math.max(0, delay.toNanos()), turns++, step);
        due.add(next);
        return next;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Instant time() {
        return BEGIN.plusNanos(now);
    }

    /// Lets the time pass, and all happen that happens in it.
    void pass(Duration time) {
        long until = now + time.toNanos();
        while (!due.isEmpty() && due.peek().at <= until) {
            Due next = due.remove();
            now = next.at;
            next.step.run();
        }
        now = until;
    }

    /// Runs what is due at this moment.
    void settle() {
        pass(Duration.ZERO);
    }
}
