package parley.server.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// The view of the log that tells under which ids something was said lately: runs of messages, each
/// written with the next commit when it is complete. On disk 6 bytes an id, in memory the filters
/// alone, 2 bytes. What is not complete is read from the log at the next start. On the writer.
final class SavedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(SavedRuns.class);

    /// Runs that are let go of for each that is written: so a long silence costs no long commit.
    private static final int LET_GO = 4;

    private final TreeMap<Long, Long> times = new TreeMap<>();
    private final TreeMap<Long, IdFilter> filters = new TreeMap<>();
    private final List<IdRun> written = new ArrayList<>();
    private final List<Long> old = new ArrayList<>();

    /// What is read of a run.
    private static final class Tally {
        private final long ids;
        private final long time;
        private long found;
        private int parts;

        private Tally(long ids, long time) {
            this.ids = ids;
            this.time = time;
        }

        private boolean isWhole() {
            return parts == IdRun.PARTS && found == ids;
        }
    }

    /// Reads the view.
    ///
    /// @param last the position of the log's last message
    /// @param since how old what is missing must be, in milliseconds since 1970
    /// @return up to which position it holds: 0 where it was lost, or does not add up
    long load(Connection connection, long last, long since) throws SQLException {
        long upTo = View.SEEN.pos(connection);
        if (upTo <= last && upTo % IdRun.LENGTH == 0 && addsUp(connection, upTo, since)) {
            return upTo;
        }
        LOG.warn("the ids seen do not add up, and are read from the log pos={}", upTo);
        View.SEEN.holdsUpTo(connection, 0);
        Sql.update(connection, "DELETE FROM seen");
        Sql.update(connection, "DELETE FROM seen_run");
        times.clear();
        filters.clear();
        return 0;
    }

    /// No run is missing between the first and the last, none is cut, and what lies before is old.
    private boolean addsUp(Connection connection, long upTo, long since) throws SQLException {
        Map<Long, Tally> runs = read(connection);
        runs.forEach((number, tally) -> times.put(number, tally.time));
        long end = upTo / IdRun.LENGTH;
        long first = times.isEmpty() ? end : times.firstKey();
        return times.size() == end - first
                && (times.isEmpty() || times.lastKey() == end - 1)
                && runs.values().stream().allMatch(Tally::isWhole)
                && (first == 0 || arrived(connection, first * IdRun.LENGTH) < since);
    }

    private Map<Long, Tally> read(Connection connection) throws SQLException {
        Map<Long, Tally> runs = new HashMap<>();
        Sql.each(
                connection,
                "SELECT number, ids, time FROM seen_run",
                row -> runs.put(row.getLong(1), new Tally(row.getLong(2), row.getLong(3))));
        Sql.each(connection, "SELECT key, entries FROM seen", row -> read(row, runs));
        return runs;
    }

    private void read(ResultSet row, Map<Long, Tally> runs) throws SQLException {
        long run = run(row.getLong(1));
        int part = (int) (row.getLong(1) >>> Integer.SIZE);
        byte[] entries = row.getBytes(2);
        Tally tally = runs.get(run);
        if (tally != null && IdRun.idsIn(entries) >= 0) {
            tally.parts++;
            tally.found += IdRun.idsIn(entries);
            IdFilter filter = filterOf(run);
            IdRun.read(entries, (rest, _) -> filter.add(IdRun.mark(part, rest)));
        }
    }

    private static long arrived(Connection connection, long pos) throws SQLException {
        return Sql.number(
                connection, "SELECT coalesce(max(time), 0) FROM message WHERE pos = ?", pos);
    }

    private IdFilter filterOf(long run) {
        return filters.computeIfAbsent(run / IdFilter.RUNS, _ -> new IdFilter());
    }

    /// Tells where messages stand whose ids may have this hash.
    void find(Connection connection, long hash, LongConsumer found) throws SQLException {
        long mark = IdRun.mark(hash);
        for (Map.Entry<Long, IdFilter> filter : filters.entrySet()) {
            if (filter.getValue().mayHold(mark)) {
                long first = key(IdRun.part(hash), filter.getKey() * IdFilter.RUNS);
                Sql.each(
                        connection,
                        "SELECT key, entries FROM seen WHERE key BETWEEN ? AND ?",
                        row -> find(row, (int) hash, found),
                        first,
                        first + IdFilter.RUNS - 1);
            }
        }
    }

    private static void find(ResultSet row, int wanted, LongConsumer found) throws SQLException {
        long first = IdRun.firstOf(run(row.getLong(1)));
        IdRun.read(
                row.getBytes(2),
                (rest, place) -> {
                    if (rest == wanted) {
                        found.accept(first + place);
                    }
                });
    }

    /// The key of a part.
    static long key(int part, long run) {
        return (long) part << Integer.SIZE | run;
    }

    private static long run(long key) {
        return key & 0xffff_ffffL;
    }

    /// Writes runs that are complete, and lets go of some that are too old.
    ///
    /// @param since how old is too old, in milliseconds since 1970
    void write(Connection connection, List<IdRun> complete, long since) throws SQLException {
        for (IdRun run : complete) {
            if (!times.isEmpty() || !written.isEmpty() || run.time() >= since) {
                write(connection, run);
                written.add(run);
            }
        }
        times.entrySet().stream()
                .takeWhile(run -> run.getValue() < since)
                .limit((long) LET_GO * complete.size())
                .forEach(run -> old.add(run.getKey()));
        for (long run : old) {
            letGo(connection, run);
        }
        View.SEEN.holdsUpTo(connection, complete.getLast().last());
    }

    private static void write(Connection connection, IdRun run) throws SQLException {
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO seen_run (number, ids, time) VALUES (?, ?, ?)",
                run.number(),
                run.ids(),
                run.time());
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO seen (key, entries) VALUES (?, ?)")) {
            List<byte[]> parts = run.parts();
            for (int part = 0; part < IdRun.PARTS; part++) {
                insert.setLong(1, key(part, run.number()));
                insert.setBytes(2, parts.get(part));
                insert.executeUpdate();
            }
        }
    }

    private static void letGo(Connection connection, long run) throws SQLException {
        Sql.update(connection, "DELETE FROM seen_run WHERE number = ?", run);
        for (int part = 0; part < IdRun.PARTS; part++) {
            Sql.update(connection, "DELETE FROM seen WHERE key = ?", key(part, run));
        }
    }

    /// The transaction is durable.
    void committed() {
        for (IdRun run : written) {
            times.put(run.number(), run.time());
            run.each(filterOf(run.number())::add);
        }
        old.forEach(times::remove);
        if (times.isEmpty()) {
            filters.clear();
        } else {
            filters.headMap(times.firstKey() / IdFilter.RUNS).clear();
        }
        lost();
    }

    /// The transaction has failed.
    void lost() {
        written.clear();
        old.clear();
    }
}
