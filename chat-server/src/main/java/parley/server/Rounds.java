package parley.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What is done again and again, on one thread. A task that fails once is done again all the same.
final class Rounds implements AutoCloseable {
    static final Duration QUARTER_SECOND = Duration.ofMillis(250);

    /// For what is promised once a second at most: on their way two may come closer together.
    static final Duration MORE_THAN_A_SECOND = Duration.ofMillis(1_150);

    static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<Round> all = new ArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rounds").factory());

    private record Round(Duration every, Runnable task) {
        void make() {
            try {
                task.run();
            } catch (RuntimeException ours) {
                LOG.error("a round failed", ours);
            }
        }
    }

    /// Does this again and again with this pause between, from [#start] on.
    void every(Duration period, Runnable task) {
        all.add(new Round(period, task));
    }

    void start() {
        for (Round round : all) {
            long millis = round.every.toMillis();
            var _ =
                    thread.scheduleWithFixedDelay(
                            round::make, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
