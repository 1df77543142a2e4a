package parley.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks at a program's resident memory ten times a second.
final class Watch implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;

    private final long pid;
    private final List<Long> kibibytes = new ArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("watch").factory());

    /// The most that was seen in the first and in the last quarter of the time, in MiB.
    record Seen(long first, long last) {
        @Override
        public String toString() {
            return first + " then " + last;
        }
    }

    private Watch(long pid) {
        this.pid = pid;
    }

    /// Begins to look.
    static Watch over(long pid) {
        Watch watch = new Watch(pid);
        var _ =
                watch.thread.scheduleAtFixedRate(
                        watch::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            note(Footprint.residentKibibytes(pid));
        } catch (IOException gone) {
            note(0);
        }
    }

    private synchronized void note(long seen) {
        kibibytes.add(seen);
    }

    synchronized Seen seen() {
        int quarter = Math.max(1, kibibytes.size() / 4);
        return new Seen(
                most(kibibytes.subList(0, Math.min(quarter, kibibytes.size()))),
                most(kibibytes.subList(Math.max(0, kibibytes.size() - quarter), kibibytes.size())));
    }

    private static long most(List<Long> seen) {
        return seen.stream().mapToLong(Long::longValue).max().orElse(0) / 1024;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
