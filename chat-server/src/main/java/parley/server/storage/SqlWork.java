package parley.server.storage;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;

/// Something to do with a connection of the store. It neither commits nor rolls back, and keeps
/// nothing of the connection.
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {
    T run(Connection connection) throws SQLException;
}
