package parley.server.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Looks at the credentials file ten times a second, which works on every system and through every
/// kind of link, and takes over a changed one that has been still for 200 ms: whole, or not at all.
///
/// Its looking is one thread's work.
final class CredentialsWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialsWatch.class);
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Duration STILL = Duration.ofMillis(200);

    private final Path file;
    private final LongSupplier nanos;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("credentials").factory());
    private FileStamp judged;
    private FileStamp seen;
    private long seenSince;

    CredentialsWatch(Path file) {
        this(file, System::nanoTime);
    }

    CredentialsWatch(Path file, LongSupplier nanos) {
        this.file = file;
        this.nanos = nanos;
        this.judged = FileStamp.of(file);
        this.seen = judged;
        this.seenSince = nanos.getAsLong();
    }

    /// What stands in the file at first.
    Credentials first() throws BadCredentials {
        return CredentialsFile.read(file);
    }

    /// Tells this of each new good state from now on.
    void start(Consumer<Credentials> takeOver) {
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> lookAndGoOn(takeOver),
                        PERIOD.toMillis(),
                        PERIOD.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// The bulkhead of this thread: one bad look must not be the last.
    private void lookAndGoOn(Consumer<Credentials> takeOver) {
        try {
            look(takeOver);
        } catch (RuntimeException fault) {
            LOG.error("taking over the credentials failed", fault);
        }
    }

    /// Looks once.
    void look(Consumer<Credentials> takeOver) {
        FileStamp now = FileStamp.of(file);
        if (!now.equals(seen)) {
            seen = now;
            seenSince = nanos.getAsLong();
        } else if (!now.equals(judged) && nanos.getAsLong() - seenSince >= STILL.toNanos()) {
            judge(now, takeOver);
        }
    }

    private void judge(FileStamp stamp, Consumer<Credentials> takeOver) {
        try {
            Credentials credentials = CredentialsFile.read(file);
            if (FileStamp.of(file).equals(stamp)) {
                judged = stamp;
                takeOver.accept(credentials);
            }
        } catch (BadCredentials bad) {
            judged = stamp;
            LOG.warn("credentials not taken over, the old ones stay: {}", bad.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
