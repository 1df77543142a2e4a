package parley.server.storage;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Runs a work inside a transaction so that its failure is its own. In plain SQL, because the
/// driver's savepoints switch its own transactions on.
final class Apart {
    private Apart() {}

    /// @throws RefusedAlone where the work failed and was undone
    /// @throws SQLException where the transaction itself is lost
    static <T extends @Nullable Object> T run(Connection connection, SqlWork<T> work)
            throws SQLException, RefusedAlone {
        execute(connection, "SAVEPOINT work");
        try {
            T result = work.run(connection);
            execute(connection, "RELEASE work");
            return result;
        } catch (SQLException failed) {
            execute(connection, "ROLLBACK TO work");
            execute(connection, "RELEASE work");
            throw new RefusedAlone(failed);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
