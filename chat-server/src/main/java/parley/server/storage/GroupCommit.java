package parley.server.storage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The one writer of the store, and the one thread that tells what it has written.
///
/// Everything that has gathered during one commit is the next transaction, and costs one fsync.
/// What is durable is told in the order in which it was asked for; the writer commits on meanwhile,
/// a few batches ahead at most. After a failure the connection is given up, what the transaction
/// held is told as failed, and a new connection is opened: a statement prepared before stays
/// broken. Where the disk fails or the file is damaged, no connection is opened again: all fails
/// from then on. A fault of ours ends one batch, or one telling, never the thread: all depend on
/// it.
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration LAZY_WHEN_IDLE = Duration.ofMillis(100);
    private static final Duration LAZY_AT_MOST = Duration.ofMillis(900);
    private static final int AHEAD = 8;

    /// A disk that hangs must not hold up the end of the program.
    private static final Duration LAST_BATCHES = Duration.ofSeconds(3);

    private static final Batch LAST = new Batch(List.of(), null);

    private final SqliteFile file;
    private final List<Participant> participants;
    private final Supplier<List<Job>> found;
    private final Runnable afterBatch;
    private final Consumer<StoreDamaged> broken;
    private final JobQueue queue = new JobQueue(LAZY_WHEN_IDLE, LAZY_AT_MOST);
    private final BlockingQueue<Batch> told = new ArrayBlockingQueue<>(AHEAD);
    private final Thread writer;
    private final Thread teller;
    private @Nullable Connection connection;
    private boolean failing;
    private @Nullable StoreDamaged damage;

    /// @param found what an opening has brought to light, to be told before anything newer; asked
    ///   on the writer
    /// @param afterBatch done by the thread that tells, after each batch
    /// @param broken hears on the writer, once, that the store can be used no more
    GroupCommit(
            SqliteFile file,
            List<Participant> participants,
            Supplier<List<Job>> found,
            Runnable afterBatch,
            Consumer<StoreDamaged> broken) {
        this.file = file;
        this.participants = participants;
        this.found = found;
        this.afterBatch = afterBatch;
        this.broken = broken;
        this.writer = Thread.ofPlatform().name("store-writer").unstarted(this::write);
        this.teller = Thread.ofPlatform().name("store-teller").unstarted(this::tell);
    }

    /// Opens the store, lets the participants read it, and begins.
    void start() throws SQLException {
        open();
        writer.start();
        teller.start();
    }

    void submit(Job job) {
        queue.add(job);
    }

    void submitLazily(Job job) {
        queue.addLazily(job);
    }

    /// A lazy job whose transaction has failed.
    void submitAgain(Job job) {
        queue.addAgain(job);
    }

    /// Writes what waits, tells it, and ends. Where that takes longer than 3 s the disk hangs: what
    /// is under way is left to it, and with it the connection, which whoever closes it would wait
    /// for.
    @Override
    public void close() {
        queue.close();
        long deadline = System.nanoTime() + LAST_BATCHES.toNanos();
        if (hasEnded(writer, deadline) && hasEnded(teller, deadline)) {
            giveUpConnection();
        } else {
            LOG.warn("the store did not end in time, and is left as it is");
        }
    }

    private static boolean hasEnded(Thread thread, long deadline) {
        try {
            long left = Math.max(1, deadline - System.nanoTime());
            return thread.getState() == Thread.State.NEW || thread.join(Duration.ofNanos(left));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write() {
        try {
            for (List<Job> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                told.put(commit(batch));
            }
            told.put(LAST);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch commit(List<Job> asked) {
        if (damage != null) {
            return new Batch(asked, damage);
        }
        List<Job> jobs = asked;
        try {
            Connection open = connection == null ? open() : connection;
            jobs = withFound(asked);
            execute(open, "BEGIN IMMEDIATE");
            for (Job job : jobs) {
                job.write(open);
            }
            for (Participant participant : participants) {
                participant.flush();
            }
            execute(open, "COMMIT");
            participants.forEach(Participant::committed);
            failing = false;
            return new Batch(jobs, null);
        } catch (SQLException | RuntimeException failed) {
            log(failed, jobs.size());
            participants.forEach(Participant::lost);
            giveUpConnection();
            return new Batch(jobs, whatItMeans(failed));
        }
    }

    private StoreUnavailable whatItMeans(Exception failed) {
        return switch (Trouble.of(failed, file.path())) {
            case PASSING -> new StoreUnavailable("the store failed", failed);
            case LASTING -> {
                damage = new StoreDamaged("the store can be used no more", failed);
                broken.accept(damage);
                yield damage;
            }
        };
    }

    private List<Job> withFound(List<Job> asked) {
        List<Job> first = found.get();
        if (first.isEmpty()) {
            return asked;
        }
        List<Job> all = new ArrayList<>(first);
        all.addAll(asked);
        return all;
    }

    /// The first failure of a row with its stack, the others in a line.
    private void log(Exception failed, int jobs) {
        if (failing) {
            LOG.warn("the store fails still jobs={} why={}", jobs, failed.getMessage());
        } else {
            LOG.error("the store failed jobs={}", jobs, failed);
        }
        failing = true;
    }

    private Connection open() throws SQLException {
        Connection fresh = file.writer();
        connection = fresh;
        for (Participant participant : participants) {
            participant.opened(fresh);
        }
        return fresh;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void giveUpConnection() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException failed) {
                LOG.warn("the store's connection did not close cleanly", failed);
            }
        }
    }

    private void tell() {
        try {
            for (Batch batch = told.take(); batch != LAST; batch = told.take()) {
                batch.tell();
                afterBatch.run();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
