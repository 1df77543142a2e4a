package parley.server.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Carries messages from the log into the index of words, a batch a transaction, together with the
/// position up to which the index then holds.
final class SearchBatches {
    private static final int MOST = 20_000;
    private static final int MOST_BYTES = 4 << 20;

    private final Database database;
    private final SearchTerms terms;

    /// A message as it goes into the index.
    private record Entry(long pos, String words) {}

    SearchBatches(Database database, SearchTerms terms) {
        this.database = database;
        this.terms = terms;
    }

    /// The position of the newest message; 0 where there is none.
    static long last(Connection log) throws SQLException {
        return Sql.all(log, "SELECT max(pos) FROM message", row -> row.getLong(1)).getFirst();
    }

    /// Indexes what stands behind this position, and says how far that has come.
    long next(Connection index, long reach) throws SQLException {
        List<Entry> entries = database.read(log -> entries(log, reach));
        if (entries.isEmpty()) {
            return reach;
        }
        long end = entries.getLast().pos();
        execute(index, "BEGIN IMMEDIATE");
        try {
            write(index, entries);
            Sql.update(index, "UPDATE reach SET pos = ?", end);
            execute(index, "COMMIT");
        } catch (SQLException failed) {
            execute(index, "ROLLBACK");
            throw failed;
        }
        return end;
    }

    private List<Entry> entries(Connection log, long reach) throws SQLException {
        try (PreparedStatement select =
                log.prepareStatement(
                        "SELECT pos, chat, text FROM message WHERE pos > ? ORDER BY pos LIMIT ?")) {
            select.setLong(1, reach);
            select.setInt(2, MOST);
            try (ResultSet rows = select.executeQuery()) {
                return entries(rows);
            }
        }
    }

    private List<Entry> entries(ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        int room = MOST_BYTES;
        while (room > 0 && rows.next()) {
            byte[] text = rows.getBytes(3);
            room -= text.length;
            ChatHead chat = database.heads().get(rows.getInt(2));
            String words = terms.entry(chat, new String(text, StandardCharsets.UTF_8));
            entries.add(new Entry(rows.getLong(1), words));
        }
        return entries;
    }

    private static void write(Connection index, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert =
                index.prepareStatement("INSERT INTO entry (rowid, words) VALUES (?, ?)")) {
            for (Entry entry : entries) {
                insert.setLong(1, entry.pos());
                insert.setString(2, entry.words());
                insert.executeUpdate();
            }
        }
    }

    private static void execute(Connection index, String sql) throws SQLException {
        try (Statement statement = index.createStatement()) {
            statement.execute(sql);
        }
    }
}
