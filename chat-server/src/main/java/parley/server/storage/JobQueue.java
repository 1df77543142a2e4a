package parley.server.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The jobs that wait for the writer. It takes greedily: what has gathered during one commit is the
/// next batch. Lazy jobs do not wake it at once; they go with a batch that is due for them anyway.
/// Any thread may add; one takes.
final class JobQueue {
    private final long idleNanos;
    private final long mostNanos;
    private List<Job> waiting = new ArrayList<>();
    private List<Job> lazy = new ArrayList<>();
    private long lazySince;
    private boolean closed;

    /// @param idle how long a lazy job waits where nothing else comes
    /// @param most how long it waits at most, so that a busy writer does many of them in one go
    JobQueue(Duration idle, Duration most) {
        this.idleNanos = idle.toNanos();
        this.mostNanos = most.toNanos();
    }

    synchronized void add(Job job) {
        if (closed) {
            throw new StoreUnavailable("the store is closed");
        }
        waiting.add(job);
        if (waiting.size() == 1) {
            notifyAll();
        }
    }

    synchronized void addLazily(Job job) {
        if (lazy.isEmpty()) {
            lazySince = System.nanoTime();
            notifyAll();
        }
        lazy.add(job);
    }

    /// Adds a lazy job whose transaction has failed: it is not done again at once, and not at all
    /// once the queue is closed.
    synchronized void addAgain(Job job) {
        if (closed) {
            return;
        }
        addLazily(job);
        lazySince = System.nanoTime() + mostNanos - idleNanos;
    }

    /// Takes no further job; what waits is still given out.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /// Waits for the next batch; an empty one where the queue is closed and nothing waits.
    synchronized List<Job> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed && !isLazyDue(idleNanos)) {
            if (lazy.isEmpty()) {
                wait();
            } else {
                wait((idleNanos - lazyAge()) / 1_000_000 + 1);
            }
        }
        List<Job> batch = waiting;
        waiting = new ArrayList<>();
        if (isLazyDue(batch.isEmpty() ? 0 : mostNanos) || closed) {
            batch.addAll(lazy);
            lazy = new ArrayList<>();
        }
        return batch;
    }

    private boolean isLazyDue(long patience) {
        return !lazy.isEmpty() && lazyAge() >= patience;
    }

    private long lazyAge() {
        return System.nanoTime() - lazySince;
    }
}
