package parley.desktop.peer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Threads for what holds up a virtual thread's carrier, or costs more on a virtual one.
final class PlatformThreads {
    private PlatformThreads() {}

    /// As many as are asked for at once, so whoever asks has a bound; each goes after ten seconds
    /// without work, and the one that was busy last comes first.
    static ExecutorService named(String name) {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }
}
