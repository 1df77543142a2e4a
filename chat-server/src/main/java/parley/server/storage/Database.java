package parley.server.storage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.server.conversation.PostOutcome;
import parley.server.time.SteadyClock;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The SQLite store in a folder, and the few platform threads that use it: one writes, one tells
/// what was written, a few read. A native call would hold a virtual thread's carrier, so no SQL
/// runs elsewhere.
///
/// Any thread may use it.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int READERS = 3;

    /// Few, and apart: a long search holds up no page of history.
    private static final int SEARCHERS = 2;

    private final SqliteFile file;
    private final GroupCommit commits;
    private final Readers readers;
    private final Readers searchers;
    private final People people = new People();
    private final ChatHeads heads = new ChatHeads(people);
    private final BlockSpans spans = new BlockSpans();
    private final MessageLog log;
    private volatile Runnable afterBatch = () -> {};
    private volatile Consumer<StoreDamaged> broken = why -> LOG.error("the store is broken", why);
    private volatile Function<PostOutcome, Job> whatIsFound = Told::new;

    private Database(SqliteFile file, Clock clock, Clock steady, IdHash hash) {
        this.file = file;
        this.log = new MessageLog(clock, new IdHorizon(clock, steady), people, heads, spans, hash);
        this.readers = new Readers(file, "store-reader", READERS, why -> broken.accept(why));
        this.searchers = new Readers(file, "store-searcher", SEARCHERS, why -> broken.accept(why));
        this.commits =
                new GroupCommit(
                        file,
                        List.of(people, heads, spans, log),
                        this::found,
                        () -> afterBatch.run(),
                        why -> broken.accept(why));
    }

    /// Opens the store in this folder, and makes or migrates it first where need be.
    ///
    /// @throws StoreUnavailable where it cannot be used
    public static Database open(Path folder) {
        return open(folder, UnaryOperator.identity());
    }

    /// Opens the store in this folder with something that stands between the writer and each of its
    /// connections.
    ///
    /// @throws StoreUnavailable where it cannot be used
    static Database open(Path folder, UnaryOperator<Connection> writers) {
        Clock clock = Clock.systemUTC();
        return open(folder, clock, SteadyClock.startingAt(clock.instant()), writers);
    }

    /// Opens the store in this folder.
    ///
    /// @param clock for the messages' times
    /// @param steady one that never jumps
    /// @param writers what stands between the writer and each of its connections
    /// @throws StoreUnavailable where it cannot be used
    static Database open(
            Path folder, Clock clock, Clock steady, UnaryOperator<Connection> writers) {
        SqliteFile file = new SqliteFile(folder.resolve(StoreFolder.FILE), writers);
        file.migrate();
        file.check(new StoreMark(folder.resolve(StoreFolder.MARK)));
        Database database = new Database(file, clock, steady, file.ask(IdHash::of));
        try {
            database.commits.start();
        } catch (SQLException failed) {
            database.close();
            throw new StoreUnavailable("the store cannot be opened", failed);
        }
        return database;
    }

    private List<Job> found() {
        return log.takeFound().stream().map(whatIsFound).toList();
    }

    /// Makes a job of each message that turned out to be kept after its post was told as unknown.
    void onFound(Function<PostOutcome, Job> job) {
        whatIsFound = job;
    }

    /// Does this on the thread that tells, each time when a batch of what is durable has been told.
    public void afterEachBatch(Runnable action) {
        afterBatch = action;
    }

    /// Says this to whoever can end the program, when the disk fails or the file turns out to be
    /// damaged. It may be said more than once, and on any of the store's threads.
    public void onBroken(Consumer<StoreDamaged> action) {
        broken = action;
    }

    /// Does this on the one writer inside the next commit, and returns once that is durable. A work
    /// that fails by itself takes nothing else down with it.
    ///
    /// @throws StoreUnavailable where it failed: it may or may not have been kept
    public <T extends @Nullable Object> T write(SqlWork<T> work) {
        WorkJob<T> job = new WorkJob<>(work);
        commits.submit(job);
        return job.await();
    }

    /// Does this with the next commit, at most a second from now, and does not wait for it. Where
    /// that commit fails it is done again with a later one.
    public void writeLazily(SqlWork<?> work) {
        commits.submitLazily(new LazyJob(work));
    }

    /// Does this with the very next commit, and does not wait for it. Where that commit fails it is
    /// done again with a later one; where the store is closed already it is let go.
    public void writeSoon(SqlWork<?> work) {
        try {
            commits.submit(new LazyJob(work));
        } catch (StoreUnavailable closed) {
            LOG.debug("what came too late is not written", closed);
        }
    }

    /// Does this on a thread that reads, and waits for what it gives.
    ///
    /// @throws StoreUnavailable where it failed
    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        return readers.read(work);
    }

    /// Does what may take long on a thread that searches, and waits for what it gives.
    ///
    /// @throws StoreUnavailable where it failed
    <T extends @Nullable Object> T search(SqlWork<T> work) {
        return searchers.read(work);
    }

    /// Writes a copy of the store, as it is at one moment, to this file; others go on meanwhile.
    ///
    /// @throws IOException where that fails, with a sentence that says why
    public void copyTo(Path target) throws IOException {
        try (Connection connection = file.writer()) {
            StoreCopy.write(connection, target);
        } catch (SQLException failed) {
            throw new IOException("the store could not be read: " + failed.getMessage(), failed);
        }
    }

    void submit(Job job) {
        commits.submit(job);
    }

    void submitLazily(Job job) {
        commits.submitLazily(job);
    }

    void submitAgain(Job job) {
        commits.submitAgain(job);
    }

    People people() {
        return people;
    }

    ChatHeads heads() {
        return heads;
    }

    BlockSpans spans() {
        return spans;
    }

    MessageLog log() {
        return log;
    }

    /// Writes what still waits, and closes the store.
    @Override
    public void close() {
        commits.close();
        readers.close();
        searchers.close();
    }

    /// A work that somebody waits for.
    private static final class WorkJob<T extends @Nullable Object> implements Job {
        private final SqlWork<T> work;
        private final CompletableFuture<T> settled = new CompletableFuture<>();
        private @Nullable RefusedAlone failure;
        private @Nullable T result;

        private WorkJob(SqlWork<T> work) {
            this.work = work;
        }

        @Override
        public void write(Connection connection) throws SQLException {
            try {
                result = Apart.run(connection, work);
            } catch (RefusedAlone refused) {
                failure = refused;
            }
        }

        @Override
        @SuppressWarnings("NullAway") // null only where T says so
        public void settled() {
            if (failure == null) {
                settled.complete(result);
            } else {
                failed(new StoreUnavailable("the store refused", failure));
            }
        }

        @Override
        public void failed(StoreUnavailable why) {
            settled.completeExceptionally(why);
        }

        private T await() {
            try {
                return settled.join();
            } catch (CompletionException failed) {
                throw new StoreUnavailable("the store could not be written", failed);
            }
        }
    }

    /// A message that is found where nobody listens.
    private record Told(PostOutcome message) implements Job {
        @Override
        public void write(Connection connection) {}

        @Override
        public void settled() {
            LOG.info("found after a failure message={}", message);
        }

        @Override
        public void failed(StoreUnavailable why) {
            settled();
        }
    }

    /// A work that nobody waits for.
    private final class LazyJob implements Job {
        private final SqlWork<?> work;

        private LazyJob(SqlWork<?> work) {
            this.work = work;
        }

        @Override
        public void write(Connection connection) throws SQLException {
            try {
                Apart.run(connection, work);
            } catch (RefusedAlone refused) {
                LOG.error("the store refused what nobody waits for", refused);
            }
        }

        @Override
        public void settled() {}

        @Override
        public void failed(StoreUnavailable why) {
            LOG.debug("to be written again", why);
            commits.submitAgain(this);
        }
    }
}
