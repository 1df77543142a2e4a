package parley.server.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/// Inserts many rows by few statements: as many of 128 rows as there are, then of 32, of 8, of one.
/// One row a statement costs three times the processor. Its statements belong to one connection.
final class Ladder {
    private static final int[] STEPS = {128, 32, 8, 1};
    private static final int COLUMNS = 8;

    private final PreparedStatement[] inserts = new PreparedStatement[STEPS.length];

    Ladder(Connection connection) throws SQLException {
        for (int i = 0; i < STEPS.length; i++) {
            inserts[i] =
                    connection.prepareStatement(
                            "INSERT INTO message"
                                    + " (pos, chat, seq, sender, time, prev, id, text) VALUES "
                                    + "(?,?,?,?,?,?,?,?),".repeat(STEPS[i] - 1)
                                    + "(?,?,?,?,?,?,?,?)");
        }
    }

    void insert(List<Row> rows) throws SQLException {
        int done = 0;
        for (int i = 0; i < STEPS.length; i++) {
            for (; rows.size() - done >= STEPS[i]; done += STEPS[i]) {
                insert(inserts[i], rows.subList(done, done + STEPS[i]));
            }
        }
    }

    private static void insert(PreparedStatement insert, List<Row> rows) throws SQLException {
        int at = 1;
        for (Row row : rows) {
            bind(insert, at, row);
            at += COLUMNS;
        }
        insert.executeUpdate();
    }

    private static void bind(PreparedStatement insert, int at, Row row) throws SQLException {
        insert.setLong(at, row.pos());
        insert.setInt(at + 1, row.chat().id());
        insert.setLong(at + 2, row.seq());
        insert.setInt(at + 3, row.sender().id());
        insert.setLong(at + 4, row.time());
        insert.setLong(at + 5, row.prev());
        if (row.id().isEmpty()) {
            insert.setNull(at + 6, Types.BLOB);
        } else {
            insert.setBytes(at + 6, row.id().getBytes(StandardCharsets.UTF_8));
        }
        insert.setBytes(at + 7, row.text());
    }
}
