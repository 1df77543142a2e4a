package parley.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Compares the ids that are kept with those in the log.
final class IdsCheck {
    private final Connection connection;
    private final Consumer<String> finding;
    private final IdHash hash;

    private IdsCheck(Connection connection, Consumer<String> finding) throws SQLException {
        this.connection = connection;
        this.finding = finding;
        this.hash = IdHash.of(connection);
    }

    /// @param finding hears a sentence for each thing that does not fit
    static void run(Connection connection, Consumer<String> finding) throws SQLException {
        IdsCheck check = new IdsCheck(connection, finding);
        for (long run : Sql.all(connection, "SELECT number FROM seen_run", row -> row.getLong(1))) {
            check.compare(run);
        }
        long without =
                Sql.number(
                        connection,
                        "SELECT count(*) FROM seen WHERE key % ? NOT IN"
                                + " (SELECT number FROM seen_run)",
                        1L << Integer.SIZE);
        if (without > 0) {
            finding.accept("ids are kept of runs that are not there");
        }
    }

    private void compare(long number) throws SQLException {
        IdRun run = new IdRun(number);
        Sql.each(
                connection,
                "SELECT pos, time, sender, id FROM message WHERE pos BETWEEN ? AND ?",
                row -> {
                    byte[] id = row.getBytes(4);
                    long hashed = id == null ? 0 : hash.of(row.getInt(3), Row.text(id));
                    run.add(row.getLong(1), row.getLong(2), hashed);
                },
                run.first(),
                run.last());
        List<byte[]> parts = run.parts();
        for (int part = 0; part < IdRun.PARTS; part++) {
            compare(run, parts.get(part), kept(part, number));
        }
    }

    private byte[] kept(int part, long run) throws SQLException {
        return Sql.all(
                        connection,
                        "SELECT entries FROM seen WHERE key = ?",
                        row -> row.getBytes(1),
                        SavedRuns.key(part, run))
                .stream()
                .findFirst()
                .orElse(new byte[0]);
    }

    private void compare(IdRun run, byte[] inLog, byte[] kept) {
        Map<Integer, Integer> missing = new TreeMap<>();
        IdRun.read(inLog, (rest, place) -> missing.put(place, rest));
        int wanted = missing.size();
        IdRun.read(kept, (rest, place) -> missing.remove(place, rest));
        missing.forEach((place, _) ->
                finding.accept(
                        "the id of the message at "
                                + (run.first() + place)
                                + " is not remembered"));
        if (IdRun.idsIn(kept) > wanted) {
            finding.accept("more ids are kept than the log has from " + run.first() + " on");
        }
    }
}
