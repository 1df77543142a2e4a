package parley.server.storage;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Looks at the store's file before anything opens it for writing, so that a damaged one stays as
/// it is. It reads all small tables whole, and of the log and the search index, which may be large,
/// the end, where a crash would have left its traces: a start must not take longer than the store
/// is old. `./parley admin check` reads everything.
final class QuickCheck {
    private static final int END_OF_LOG = 20_000;

    private QuickCheck() {}

    /// @throws StoreDamaged where it finds damage
    /// @throws StoreUnavailable where it cannot look
    static void of(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = readOnly(file)) {
            for (String table : smallTables(connection)) {
                check(connection, table);
            }
            readEndOfLog(connection);
        } catch (SQLException failed) {
            throw Trouble.of(failed, file) == Trouble.LASTING
                    ? new StoreDamaged("the store is damaged", failed)
                    : new StoreUnavailable("the store could not be looked at", failed);
        }
    }

    /// A connection that changes nothing, not even by tidying up when it is closed.
    static Connection readOnly(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source.getConnection();
    }

    private static List<String> smallTables(Connection connection) throws SQLException {
        return Sql.all(
                connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'message'"
                        + " AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'",
                row -> row.getString(1));
    }

    private static void check(Connection connection, String table) throws SQLException {
        List<String> found =
                Sql.all(connection, "PRAGMA quick_check('" + table + "')", row -> row.getString(1));
        if (!found.equals(List.of("ok"))) {
            throw new StoreDamaged("the store is damaged in " + table + ": " + found.getFirst());
        }
    }

    private static void readEndOfLog(Connection connection) throws SQLException {
        boolean isThere =
                Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'message'")
                        > 0;
        if (isThere) {
            Sql.number(
                    connection,
                    "SELECT coalesce(sum(length(text)), 0) FROM"
                            + " (SELECT text FROM message ORDER BY pos DESC LIMIT ?)",
                    END_OF_LOG);
        }
    }
}
