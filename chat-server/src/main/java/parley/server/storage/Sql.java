package parley.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Small statements in one line each, for tables that are not on the hot path.
final class Sql {
    /// How a row is read.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Sql() {}

    /// Runs a statement with these values; an `Optional` stands for a value or `NULL`.
    static int update(Connection connection, String statement, Object... values)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                prepared.setObject(i + 1, value instanceof Optional<?> o ? o.orElse(null) : value);
            }
            return prepared.executeUpdate();
        }
    }

    /// All rows that a query finds.
    static <T> List<T> all(Connection connection, String query, Row<T> row) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query);
                ResultSet found = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row.read(found));
            }
            return rows;
        }
    }
}
