package parley.desktop.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// Virtual time and chance: all that happens in a simulation happens in one order, which its seed
/// settles.
final class World implements InstantSource {
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    private final PriorityQueue<Deed> deeds = new PriorityQueue<>();
    private final SplittableRandom random;
    private long nanos;
    private long count;

    private record Deed(long due, long order, Runnable task) implements Comparable<Deed> {
        @Override
        public int compareTo(Deed other) {
            return due == other.due
                    ? Long.compare(order, other.order)
                    : Long.compare(due, other.due);
        }
    }

    World(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public Instant instant() {
        return BEGIN.plusNanos(nanos);
    }

    /// Nanoseconds since the beginning.
    long nanos() {
        return nanos;
    }

    void after(Duration time, Runnable task) {
        at(nanos + Math.max(0, time.toNanos()), task);
    }

    void at(long when, Runnable task) {
        deeds.add(new Deed(Math.max(when, nanos), count++, task));
    }

    /// Does something within some milliseconds, now and then later: as a thread that was started.
    void soon(Runnable task) {
        after(moment(), task);
    }

    /// A short time; now and then a long one.
    Duration moment() {
        long micros = chance(0.05) ? random.nextLong(1_500_000) : random.nextLong(12_000);
        return Duration.ofNanos(micros * 1_000);
    }

    Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos()));
    }

    boolean chance(double part) {
        return part > 0 && random.nextDouble() < part;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }

    /// Lets time pass, with all that happens meanwhile.
    void pass(Duration time) {
        long end = nanos + time.toNanos();
        for (Deed next = deeds.peek(); next != null && next.due <= end; next = deeds.peek()) {
            deeds.remove();
            nanos = next.due;
            next.task.run();
        }
        nanos = end;
    }
}
