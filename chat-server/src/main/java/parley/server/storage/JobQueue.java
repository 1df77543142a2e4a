package parley.server.storage;

import java.util.ArrayList;
import java.util.List;

/// The jobs that wait for the writer. It takes greedily: what has gathered during one commit is the
/// next batch. Lazy jobs do not wake it at once; they go with a batch that is due for them anyway.
/// Any thread may add; one takes.
final class JobQueue {
    private final long lazyNanos;
    private List<Job> waiting = new ArrayList<>();
    private List<Job> lazy = new ArrayList<>();
    private long lazySince;
    private boolean closed;

    /// @param lazyNanos how long a lazy job may wait
    JobQueue(long lazyNanos) {
        this.lazyNanos = lazyNanos;
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

    /// Takes no further job; what waits is still given out.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /// Waits for the next batch; an empty one where the queue is closed and nothing waits.
    synchronized List<Job> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            long left = lazy.isEmpty() ? 0 : lazyNanos - (System.nanoTime() - lazySince);
            if (!lazy.isEmpty() && left <= 0) {
                break;
            }
            wait((left + 999_999) / 1_000_000);
        }
        List<Job> batch = waiting;
        waiting = new ArrayList<>();
        if (!lazy.isEmpty() && (closed || System.nanoTime() - lazySince >= lazyNanos)) {
            batch.addAll(lazy);
            lazy = new ArrayList<>();
        }
        return batch;
    }
}
