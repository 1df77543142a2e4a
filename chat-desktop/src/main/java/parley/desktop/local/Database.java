package parley.desktop.local;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The desktop's database: statements, and turns that are committed whole or not at all. Serves the
/// one thread that thinks; a native SQLite call would hold up a virtual one's carrier.
///
/// Every method throws a [DiskFailure] where the disk fails; then the turn has to be undone.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean inTurn;

    /// Reads one row of an answer.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// @param connection with auto-commit on: turns begin and end by statements of their own,
    ///   because SQLite ends a transaction itself where the disk is full, and the driver does not
    ///   notice
    Database(Connection connection) {
        this.connection = connection;
    }

    <T> List<T> query(String sql, Row<T> reading, @Nullable Object... values) {
        try {
            PreparedStatement statement = bound(sql, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new DiskFailure(failed);
        }
    }

    <T> Optional<T> queryOne(String sql, Row<T> reading, @Nullable Object... values) {
        return query(sql, reading, values).stream().findFirst();
    }

    long queryNumber(String sql, @Nullable Object... values) {
        return queryOne(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /// Changes rows, and says how many.
    int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException failed) {
            throw new DiskFailure(failed);
        }
    }

    /// Adds a row and gives its key; 0 where a row of its kind was there already.
    long insert(String sql, @Nullable Object... values) {
        return update(sql, values) == 0 ? 0 : queryNumber("SELECT last_insert_rowid()");
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        begin();
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private void begin() throws SQLException {
        if (!inTurn) {
            execute("BEGIN");
            inTurn = true;
        }
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /// Makes safe what this turn has written.
    public void commit() {
        if (inTurn) {
            try {
                execute("COMMIT");
                inTurn = false;
            } catch (SQLException failed) {
                throw new DiskFailure(failed);
            }
        }
    }

    /// Commits, and moves what is deleted out of the log of changes too: what `secure_delete` has
    /// overwritten in the database may stand there still.
    void scrub() {
        commit();
        try {
            execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException failed) {
            throw new DiskFailure(failed);
        }
    }

    /// Undoes what this turn has written. After SQLITE_FULL a prepared statement stays broken even
    /// where there is room again: all are prepared anew.
    public void rollback() {
        prepared.values().forEach(Database::forget);
        prepared.clear();
        if (inTurn) {
            inTurn = false;
            try {
                execute("ROLLBACK");
            } catch (SQLException alreadyUndone) {
                LOG.debug("turn was undone already: {}", alreadyUndone.toString());
            }
        }
    }

    private static void forget(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException failed) {
            LOG.debug("statement did not close cleanly: {}", failed.toString());
        }
    }

    @Override
    public void close() {
        rollback();
        try {
            connection.close();
        } catch (SQLException failed) {
            LOG.warn("database did not close cleanly: {}", failed.toString());
        }
    }
}
