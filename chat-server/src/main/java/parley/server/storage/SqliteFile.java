package parley.server.storage;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

/// The file that the store is kept in: how it is made, migrated and connected to.
final class SqliteFile {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

    /// In KiB, said as a negative number. The system holds the file in its memory as it is;
    /// SQLite's own 2 MiB for each connection that reads would be a second copy.
    static final int READERS_CACHE_SIZE = -512;

    private static final int FULL = 2;

    private final Path path;
    private final SQLiteDataSource source;
    private final UnaryOperator<Connection> writers;

    SqliteFile(Path file) {
        this(file, UnaryOperator.identity());
    }

    /// @param writers stands between the writer and each of its connections
    SqliteFile(Path file, UnaryOperator<Connection> writers) {
        this.path = file;
        this.writers = writers;
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        this.source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    }

    Path path() {
        return path;
    }

    /// Makes the tables, or brings them up to date. A file that a newer server has written is left
    /// alone: what this one would write into it nobody knows.
    ///
    /// What is there is copied beside itself first.
    ///
    /// @throws StoreDamaged where it is damaged; it is then left as it is
    /// @throws StoreUnavailable where that fails, or the file is a newer server's
    void migrate() {
        QuickCheck.of(path);
        try {
            Flyway flyway =
                    Flyway.configure(getClass().getClassLoader())
                            .dataSource(source)
                            .locations("classpath:db/migration/sqlite")
                            .ignoreMigrationPatterns(new String[0])
                            .loggers("slf4j")
                            .load();
            copyBeforeMigration(flyway.info());
            flyway.migrate();
        } catch (FlywayException | SQLException | IOException failed) {
            throw new StoreUnavailable("the store could not be made or migrated", failed);
        }
    }

    private void copyBeforeMigration(MigrationInfoService info) throws SQLException, IOException {
        MigrationInfo current = info.current();
        if (current == null || current.getVersion() == null || info.pending().length == 0) {
            return;
        }
        Path copy = path.resolveSibling(path.getFileName() + ".version-" + current.getVersion());
        try (Connection connection = source.getConnection()) {
            StoreCopy.write(connection, copy);
        }
        LOG.info("the store as it was is kept before it is changed file={}", copy);
    }

    /// Sees whether the store goes on or was restored.
    ///
    /// @throws StoreUnavailable where that cannot be seen
    void check(StoreMark mark) {
        try (Connection connection = writer()) {
            mark.check(connection);
        } catch (SQLException | IOException failed) {
            throw new StoreUnavailable("the store could not be marked", failed);
        }
    }

    /// Asks the store something, before anything else uses it.
    ///
    /// @throws StoreUnavailable where that fails
    <T> T ask(SqlWork<T> question) {
        try (Connection connection = reader()) {
            return question.run(connection);
        } catch (SQLException failed) {
            throw new StoreUnavailable("the store could not be read", failed);
        }
    }

    /// A connection for the one writer, durable at each commit.
    Connection writer() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 2000");
            try (ResultSet mode = statement.executeQuery("PRAGMA synchronous")) {
                if (!mode.next() || mode.getInt(1) != FULL) {
                    throw new SQLException("synchronous=FULL was not taken");
                }
            }
            try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
                if (!mode.next() || !"wal".equals(mode.getString(1))) {
                    throw new SQLException("journal_mode=WAL was not taken");
                }
            }
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return writers.apply(connection);
    }

    /// A connection that only reads.
    Connection reader() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA cache_size = " + READERS_CACHE_SIZE);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }
}
