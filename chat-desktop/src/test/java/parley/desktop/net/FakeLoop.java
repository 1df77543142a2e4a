package parley.desktop.net;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A loop on the test's own thread, with a clock that moves when the test says so.
final class FakeLoop implements Loop, InstantSource {
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<Runnable> effects = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T15:04:05Z");
    private long nanos;

    private record Timer(long due, Runnable task) {}

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void leave(Runnable effect) {
        effects.add(effect);
    }

    @Override
    public void after(Duration time, Runnable task) {
        timers.add(new Timer(nanos + time.toNanos(), task));
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Does something as a task, and all that follows from it at this moment.
    void run(Runnable task) {
        execute(task);
        settle();
    }

    void settle() {
        while (!tasks.isEmpty() || !effects.isEmpty()) {
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
            List<Runnable> leaving = List.copyOf(effects);
            effects.clear();
            leaving.forEach(Runnable::run);
        }
    }

    /// Lets time pass, with all that happens meanwhile.
    void pass(Duration time) {
        long end = nanos + time.toNanos();
        settle();
        for (Optional<Timer> next = due(end); next.isPresent(); next = due(end)) {
            timers.remove(next.get());
            moveTo(Math.max(nanos, next.get().due));
            run(next.get().task);
        }
        moveTo(end);
    }

    private Optional<Timer> due(long end) {
        return timers.stream()
                .filter(timer -> timer.due <= end)
                .min(Comparator.comparingLong(Timer::due));
    }

    /// The machine sleeps: the wall clock goes on, the monotonic one stands.
    void sleep(Duration time) {
        now = now.plus(time);
    }

    private void moveTo(long when) {
        now = now.plusNanos(when - nanos);
        nanos = when;
    }
}
