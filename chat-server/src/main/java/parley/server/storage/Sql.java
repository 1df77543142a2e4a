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

    /// What is done with a row.
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private Sql() {}

    /// Runs a statement with these values; an `Optional` stands for a value or `NULL`.
    static int update(Connection connection, String statement, Object... values)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    /// All rows that a query with these values finds.
    static <T> List<T> all(Connection connection, String query, Row<T> row, Object... values)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        each(connection, query, found -> rows.add(row.read(found)), values);
        return rows;
    }

    /// Reads each row that a query with these values finds.
    static void each(Connection connection, String query, Reader reader, Object... values)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, query, values);
                ResultSet found = prepared.executeQuery()) {
            while (found.next()) {
                reader.read(found);
            }
        }
    }

    /// The number that a query with these values finds.
    static long number(Connection connection, String query, Object... values) throws SQLException {
        return all(connection, query, row -> row.getLong(1), values).getFirst();
    }

    private static PreparedStatement prepare(
            Connection connection, String statement, Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            prepared.setObject(i + 1, value instanceof Optional<?> o ? o.orElse(null) : value);
        }
        return prepared;
    }
}
