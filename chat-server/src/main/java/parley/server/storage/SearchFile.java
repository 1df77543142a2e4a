package parley.server.storage;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// The file that the index of words is kept in, beside the store: a view of the log that may be
/// lost at any moment. Nothing in it is waited for, so a power cut may cost it its newest batches.
final class SearchFile {
    /// What the index would hold if it were made today: another shape makes it anew.
    private static final String FORM = "1";

    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE made (form TEXT NOT NULL, log TEXT NOT NULL)",
                    "CREATE TABLE reach (pos INTEGER NOT NULL)",
                    "INSERT INTO reach (pos) VALUES (0)",
                    "CREATE VIRTUAL TABLE entry USING fts5(words, content='', columnsize=0,"
                            + " detail=none, prefix='1 2 3', tokenize=\"ascii tokenchars '#'\")");

    private final Path file;

    SearchFile(Path file) {
        this.file = file;
    }

    /// Where the index of a store is.
    static Path beside(Path store) {
        return store.resolveSibling("search.db");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// A connection that fills the index.
    Connection writer() throws SQLException {
        return open(config());
    }

    /// A connection that asks it.
    ///
    /// @throws SQLException also where there is none
    Connection reader() throws SQLException {
        SQLiteConfig config = config();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setCacheSize(SqliteFile.READERS_CACHE_SIZE);
        return open(config);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(5_000);
        return config;
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
    }

    /// Makes an empty index of this log in place of whatever is there.
    void makeAnew(String log) throws SQLException, IOException {
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
        }
        try (Connection connection = writer();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (String table : TABLES) {
                statement.execute(table);
            }
            Sql.update(connection, "INSERT INTO made (form, log) VALUES (?, ?)", FORM, log);
            statement.execute("COMMIT");
        }
    }

    /// Up to which position this connection's index holds the log of this name; nothing where it is
    /// no index of that log.
    static Optional<Long> reach(Connection connection, String log) throws SQLException {
        boolean ours =
                Sql.all(
                                connection,
                                "SELECT form, log FROM made",
                                row -> List.of(row.getString(1), row.getString(2)))
                        .equals(List.of(List.of(FORM, log)));
        return ours
                ? Sql.all(connection, "SELECT pos FROM reach", row -> row.getLong(1)).stream()
                        .findFirst()
                : Optional.empty();
    }
}
