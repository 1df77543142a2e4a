package parley.server.storage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The few threads that read the store, each with a connection while it reads.
final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final Duration LAST_PAGES = Duration.ofSeconds(1);

    private final SqliteFile file;
    private final Consumer<StoreDamaged> broken;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;

    /// @param name what the threads are called
    /// @param broken hears that the store can be used no more
    Readers(SqliteFile file, String name, int count, Consumer<StoreDamaged> broken) {
        this.file = file;
        this.broken = broken;
        this.threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    }

    /// Does this on a thread that reads, and waits for it.
    <T extends @Nullable Object> T read(SqlWork<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> run(work), threads).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StoreUnavailable known
                    ? new StoreUnavailable("the store could not be read", known)
                    : failed;
        } catch (RejectedExecutionException closed) {
            throw new StoreUnavailable("the store is closed", closed);
        }
    }

    private <T extends @Nullable Object> T run(SqlWork<T> work) {
        Connection connection = null;
        try {
            Connection waiting = idle.poll();
            connection = waiting == null ? file.reader() : waiting;
            T result = work.run(connection);
            idle.add(connection);
            return result;
        } catch (SQLException failed) {
            LOG.error("the store could not be read", failed);
            close(connection);
            throw whatItMeans(failed);
        }
    }

    private StoreUnavailable whatItMeans(SQLException failed) {
        return switch (Trouble.of(failed, file.path())) {
            case PASSING -> new StoreUnavailable("the store could not be read", failed);
            case LASTING -> {
                StoreDamaged damage = new StoreDamaged("the store can be used no more", failed);
                broken.accept(damage);
                yield damage;
            }
        };
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failed) {
                LOG.warn("the store's connection did not close cleanly", failed);
            }
        }
    }

    /// Waits a second for what is being read; a disk that hangs must not hold up the end.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_PAGES.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("something is being read still, and is left alone");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            close(connection);
        }
    }
}
