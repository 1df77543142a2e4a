package parley.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// The process that a server was started for. Once it has gone, and nobody has been signed in for
/// 10 s, the server ends; a desktop that is still signed in keeps it.
final class Starter {
    private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final BooleanSupplier lives;
    private final IntSupplier signedIn;
    private long neededAt;

    Starter(BooleanSupplier lives, IntSupplier signedIn, long now) {
        this.lives = lives;
        this.signedIn = signedIn;
        this.neededAt = now;
    }

    /// Ends the program where this process has gone and the server is no longer needed.
    static void watch(long pid, ChatServer server) {
        BooleanSupplier lives =
                ProcessHandle.of(pid)
                        .<BooleanSupplier>map(process -> process::isAlive)
                        .orElse(() -> false);
        Starter starter = new Starter(lives, server::signedIn, System.nanoTime());
        ScheduledExecutorService timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("starter").factory());
        var _ =
                timer.scheduleAtFixedRate(
                        () -> {
                            if (!starter.needsServer(System.nanoTime())) {
                                LOG.info("who started this server has gone; it ends");
                                System.exit(0);
                            }
                        },
                        PERIOD.toMillis(),
                        PERIOD.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// Whether the server is still needed at this moment of a monotonic clock, in nanoseconds.
    boolean needsServer(long now) {
        if (lives.getAsBoolean() || signedIn.getAsInt() > 0) {
            neededAt = now;
        }
        return now - neededAt < PATIENCE.toNanos();
    }
}
