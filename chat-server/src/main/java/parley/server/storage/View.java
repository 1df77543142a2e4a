package parley.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Up to which position of the log each of its views holds.
enum View {
    HEADS,
    SEEN;

    /// The position of the last message that the view knows of; 0 where it knows none.
    long pos(Connection connection) throws SQLException {
        List<Long> found =
                Sql.all(
                        connection,
                        "SELECT pos FROM view WHERE name = ?",
                        row -> row.getLong(1),
                        name());
        return found.isEmpty() ? 0 : found.getFirst();
    }

    void holdsUpTo(Connection connection, long pos) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO view (name, pos) VALUES (?, ?)"
                        + " ON CONFLICT DO UPDATE SET pos = excluded.pos",
                name(),
                pos);
    }
}
