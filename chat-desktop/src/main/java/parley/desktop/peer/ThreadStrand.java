package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The strand on a thread of its own. What a step throws reaches that thread's uncaught handler,
/// and the next step runs all the same.
final class ThreadStrand implements Strand, AutoCloseable {
    private final ThreadPoolExecutor worker;
    private final Clock clock;

    ThreadStrand(Clock clock) {
        this.clock = clock;
        worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("private-chats").factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void execute(Runnable step) {
        worker.execute(step);
    }

    @Override
    public Alarm after(Duration delay, Runnable step) {
        Once once = new Once(step);
        CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, worker)
                .execute(once);
        return once;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant time() {
        return clock.instant();
    }

    /// Finishes what has been handed over; later steps are dropped.
    @Override
    public void close() {
        worker.shutdown();
    }

    /// An alarm that lets go of its step once it is over. Touched on the strand only.
    private static final class Once implements Alarm, Runnable {
        private @Nullable Runnable step;

        private Once(Runnable step) {
            this.step = step;
        }

        @Override
        public void run() {
            Runnable due = step;
            step = null;
            if (due != null) {
                due.run();
            }
        }

        @Override
        public void cancel() {
            step = null;
        }
    }
}
