package parley.desktop.client;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.net.Loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// The loop on a platform thread of its own, for SQLite's sake.
///
/// One of the bulkheads: what a task throws undoes its turn and is logged, and the loop goes on.
final class ThreadLoop implements Loop, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadLoop.class);

    private final String name;
    private final List<Runnable> effects = new ArrayList<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private List<Runnable> waiting = new ArrayList<>();
    private volatile @Nullable Thread thread;
    private boolean closing;

    private record Attempt(Runnable deed, Runnable unkept) implements Runnable {
        @Override
        public void run() {
            deed.run();
        }
    }

    private record Timer(long due, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.compare(due - other.due, 0);
        }
    }

    ThreadLoop(String name) {
        this.name = name;
    }

    /// Begins to take turns, which this makes whole.
    void start(Turns turns) {
        Thread fresh = Thread.ofPlatform().name(name).daemon().unstarted(() -> run(turns));
        thread = fresh;
        fresh.start();
    }

    @Override
    public synchronized void execute(Runnable task) {
        waiting.add(task);
        notifyAll();
    }

    /// Does something; where it could not be kept and its turn was undone, does the other thing.
    void attempt(Runnable deed, Runnable unkept) {
        execute(new Attempt(deed, unkept));
    }

    @Override
    public synchronized void after(Duration time, Runnable task) {
        timers.add(new Timer(nanoTime() + time.toNanos(), task));
        notifyAll();
    }

    @Override
    public void leave(Runnable effect) {
        if (!Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("effects leave from the loop only");
        }
        effects.add(effect);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    private void run(Turns turns) {
        try {
            for (List<Runnable> turn = await(); !turn.isEmpty(); turn = await()) {
                turn(turn, turns);
            }
        } catch (InterruptedException ended) {
            LOG.debug("loop interrupted");
        }
    }

    /// The tasks of the next turn; none once the loop is closing and nothing waits.
    private synchronized List<Runnable> await() throws InterruptedException {
        while (true) {
            takeDueTimers();
            if (!waiting.isEmpty() || closing) {
                List<Runnable> turn = waiting;
                waiting = new ArrayList<>();
                return turn;
            }
            Timer next = timers.peek();
            if (next == null) {
                wait();
            } else {
                long left = next.due - nanoTime();
                wait(Math.max(1, left / 1_000_000 + 1));
            }
        }
    }

    private void takeDueTimers() {
        long now = nanoTime();
        for (Timer next = timers.peek();
                next != null && next.due - now <= 0;
                next = timers.peek()) {
            waiting.add(next.task);
            timers.remove();
        }
    }

    /// Where one task of several spoils a turn, each of them gets a turn of its own, so that only
    /// the one to blame is lost.
    private void turn(List<Runnable> tasks, Turns turns) {
        if (succeeds(tasks, turns)) {
            return;
        }
        if (tasks.size() > 1) {
            tasks.forEach(task -> turn(List.of(task), turns));
        } else if (tasks.getFirst() instanceof Attempt(_, Runnable unkept)) {
            perform(unkept);
        }
    }

    private boolean succeeds(List<Runnable> tasks, Turns turns) {
        boolean safe = true;
        try {
            tasks.forEach(Runnable::run);
            turns.commit();
        } catch (RuntimeException failure) {
            safe = false;
            effects.clear();
            undo(failure, turns);
        }
        List<Runnable> leaving = List.copyOf(effects);
        effects.clear();
        leaving.forEach(this::perform);
        return safe;
    }

    private void undo(RuntimeException failure, Turns turns) {
        try {
            turns.undo(failure);
        } catch (RuntimeException again) {
            effects.clear();
            LOG.error("turn could not be undone", again);
        }
    }

    private void perform(Runnable effect) {
        try {
            effect.run();
        } catch (RuntimeException failure) {
            LOG.error("listener failed", failure);
        }
    }

    /// Runs what waits and ends; waits for that, but not for ever.
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
