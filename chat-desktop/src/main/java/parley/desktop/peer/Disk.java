package parley.desktop.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Where work is done that waits for the disk, off the strand: on threads of its own, because a
/// disk that is busy holds up whatever runs on a virtual thread's carrier. What is asked of one
/// lane is done one after the other; lanes take turns, so many at a time as there are threads.
final class Disk {
    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    private final Executor workers;
    private final Strand strand;
    private final Queue<Lane> waitingLanes = new ArrayDeque<>();
    private int busyLanes;
    private int open;

    /// Work for the disk.
    interface Work<T> {
        T run() throws IOException;
    }

    /// Work of which nobody waits for the outcome.
    interface Clearing {
        void run() throws IOException;
    }

    Disk(Executor workers, Strand strand) {
        this.workers = workers;
        this.strand = strand;
    }

    Lane lane() {
        return new Lane();
    }

    private synchronized void begun() {
        open++;
    }

    private void start(Lane lane) {
        if (hasThreadFor(lane)) {
            workers.execute(lane::next);
        }
    }

    private synchronized boolean hasThreadFor(Lane lane) {
        boolean free = busyLanes < PeerLimits.DISK_THREADS;
        if (free) {
            busyLanes++;
        } else {
            waitingLanes.add(lane);
        }
        return free;
    }

    /// Gives the thread to whose turn it is now.
    private void pass(Lane before, boolean goesOn) {
        following(before, goesOn).ifPresent(lane -> workers.execute(lane::next));
    }

    private synchronized Optional<Lane> following(Lane before, boolean goesOn) {
        if (goesOn) {
            waitingLanes.add(before);
        }
        Lane following = waitingLanes.poll();
        if (following == null) {
            busyLanes--;
        }
        return Optional.ofNullable(following);
    }

    private synchronized void ended() {
        open--;
        notifyAll();
    }

    /// Waits until all that was asked is done, so long at most. Any thread but the workers'.
    synchronized void awaitIdle(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (open > 0 && left > 0) {
            wait(left / 1_000_000 + 1);
            left = deadline - System.nanoTime();
        }
    }

    /// What is done for one file.
    final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private boolean busy;

        private Lane() {}

        /// Does this behind all that was asked before, then says on the strand how it went.
        <T> void ask(Work<T> work, Consumer<T> done, Consumer<IOException> failed) {
            begun();
            add(() -> run(work, done, failed));
        }

        /// Clears something away behind all that was asked before. Where that fails, the log says
        /// so.
        void clear(Clearing work) {
            begun();
            add(() -> {
                try {
                    work.run();
                } catch (IOException trouble) {
                    LOG.warn("something of a file stays behind why={}", trouble.toString());
                } finally {
                    ended();
                }
            });
        }

        private <T> void run(Work<T> work, Consumer<T> done, Consumer<IOException> failed) {
            try {
                T result = work.run();
                strand.execute(() -> done.accept(result));
            } catch (IOException trouble) {
                strand.execute(() -> failed.accept(trouble));
            } finally {
                ended();
            }
        }

        private void add(Runnable job) {
            if (isFirst(job)) {
                start(this);
            }
        }

        private synchronized boolean isFirst(Runnable job) {
            boolean first = !busy;
            busy = true;
            waiting.add(job);
            return first;
        }

        private void next() {
            try {
                first().run();
            } finally {
                pass(this, goesOn());
            }
        }

        private synchronized Runnable first() {
            return waiting.remove();
        }

        private synchronized boolean goesOn() {
            busy = !waiting.isEmpty();
            return busy;
        }
    }
}
