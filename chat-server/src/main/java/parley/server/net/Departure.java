package parley.server.net;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.wire.Connection;
import parley.wire.Outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The end of a session, which comes once: whoever wants it first has said why.
///
/// It runs on a thread of its own, because whoever wants it may hold a lock, while the session's
/// reader reads on so that no reset overtakes the last words. Any thread may use it; waiting is for
/// the reader and for the end of the server.
final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    private static final Duration READS_ON = Duration.ofSeconds(1);

    private final Connection connection;
    private final Executor threads;
    private final Consumer<Ending> leaving;
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final AtomicBoolean departed = new AtomicBoolean();
    private final CountDownLatch readOut = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean held;

    /// @param leaving gives up what the session has, and says its last words
    Departure(Connection connection, Executor threads, Consumer<Ending> leaving) {
        this.connection = connection;
        this.threads = threads;
        this.leaving = leaving;
    }

    /// Ends the session so, unless it is ending already. Does not wait.
    void begin(Ending how) {
        if (ending.compareAndSet(null, how) && !held) {
            departOnce();
        }
    }

    /// Whether the end is wanted.
    boolean hasBegun() {
        return ending.get() != null;
    }

    /// Lets an end that is wanted wait until [#release].
    void hold() {
        held = true;
    }

    /// Lets the end take its course.
    void release() {
        held = false;
        departOnce();
    }

    private void departOnce() {
        Ending how = ending.get();
        if (how != null && departed.compareAndSet(false, true)) {
            threads.execute(() -> depart(how));
        }
    }

    private void depart(Ending how) {
        try {
            leaving.accept(how);
            Outbox outbox = connection.outbox();
            if (outbox.awaitDrained(how.patience())) {
                connection.shutOutput();
                var _ = readOut.await(READS_ON.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException gone) {
            LOG.debug("the other side was gone before the last words", gone);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
            closed.countDown();
        }
    }

    /// Waits until the connection is closed; for the reader, who has read all there was.
    void awaitClosed() throws InterruptedException {
        readOut.countDown();
        closed.await();
    }

    /// Whether the connection is closed within this time.
    boolean awaitClosed(Duration patience) throws InterruptedException {
        return closed.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
