package parley.server.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Brings the index of words up to the log, behind it and on a thread of its own, in batches that
/// each move the position up to which the index holds.
///
/// While the log grows fast it works a quarter of the time at most: what it has not reached is
/// searched in the log. An index that is damaged, of another log or of another form is made anew.
final class SearchFiller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchFiller.class);

    /// Messages that came during a batch, from which on the writer is busy.
    private static final int BUSY = 2_000;

    private static final Duration SETTLE = Duration.ofMillis(200);
    private static final Duration END = Duration.ofMillis(300);
    private static final Duration RETRY = Duration.ofSeconds(5);

    /// What the disk or another process is to blame for, and not what the index holds.
    private static final Set<SQLiteErrorCode> PASSING =
            Set.of(
                    SQLiteErrorCode.SQLITE_BUSY,
                    SQLiteErrorCode.SQLITE_LOCKED,
                    SQLiteErrorCode.SQLITE_NOMEM,
                    SQLiteErrorCode.SQLITE_READONLY,
                    SQLiteErrorCode.SQLITE_IOERR,
                    SQLiteErrorCode.SQLITE_FULL,
                    SQLiteErrorCode.SQLITE_CANTOPEN);

    private final Database database;
    private final SearchFile file;
    private final SearchBatches batches;
    private final String log;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("search-filler").unstarted(this::run);
    private volatile boolean damaged;
    private boolean checked;
    private boolean failing;

    SearchFiller(Database database, SearchFile file, SearchBatches batches, String log) {
        this.database = database;
        this.file = file;
        this.batches = batches;
        this.log = log;
    }

    void start() {
        wake();
        thread.start();
    }

    /// There is more in the log, or something to mend. Quick.
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /// The index did not answer; where that is its own fault, it is made anew.
    void failed(SQLException failure) {
        damaged |= isDamage(failure);
        wake();
    }

    private static boolean isDamage(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return PASSING.stream().noneMatch(passing -> passing.code == code);
    }

    /// Ends, or leaves half a batch undone: it is done again at the next start.
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join(END);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                news.acquire();
                Thread.sleep(SETTLE);
                news.drainPermits();
                fill();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill() throws InterruptedException {
        try {
            if (damaged || !file.exists()) {
                makeAnew();
            }
            fillUp();
            failing = false;
        } catch (SQLException failed) {
            damaged = isDamage(failed);
            waitAfter(failed);
        } catch (IOException | StoreUnavailable failed) {
            waitAfter(failed);
        }
    }

    private void makeAnew() throws SQLException, IOException {
        LOG.info("the index of words is made anew");
        file.makeAnew(log);
        damaged = false;
        checked = true;
    }

    /// The first failure of a row with its stack, the others in a line.
    private void waitAfter(Exception failed) throws InterruptedException {
        if (failing) {
            LOG.warn("the index of words fails still why={}", failed.getMessage());
        } else if (damaged) {
            LOG.info("the index of words is no good why={}", failed.getMessage());
        } else {
            LOG.warn("the index of words failed", failed);
        }
        if (failing || !damaged) {
            Thread.sleep(RETRY);
        }
        failing = true;
        wake();
    }

    private void fillUp() throws SQLException, InterruptedException {
        try (Connection index = file.writer()) {
            check(index);
            Optional<Long> reach = SearchFile.reach(index, log).filter(pos -> pos <= lastInLog());
            if (reach.isEmpty()) {
                damaged = true;
                wake();
            } else {
                fillUp(index, reach.get());
            }
        }
    }

    /// Looks through the whole of an index that was there before, once.
    private void check(Connection index) throws SQLException {
        if (!checked) {
            List<String> found = Sql.all(index, "PRAGMA quick_check(1)", row -> row.getString(1));
            if (!found.equals(List.of("ok"))) {
                throw new SQLException(
                        String.join(" ", found), "", SQLiteErrorCode.SQLITE_CORRUPT.code);
            }
            checked = true;
        }
    }

    private void fillUp(Connection index, long from) throws SQLException, InterruptedException {
        long reach = from;
        while (!Thread.currentThread().isInterrupted()) {
            long begin = System.nanoTime();
            long last = lastInLog();
            if (reach >= last) {
                return;
            }
            reach = batches.next(index, reach);
            if (lastInLog() - last > BUSY) {
                Thread.sleep(Duration.ofNanos(3 * (System.nanoTime() - begin)));
            }
        }
    }

    private long lastInLog() {
        return database.read(SearchBatches::last);
    }
}
