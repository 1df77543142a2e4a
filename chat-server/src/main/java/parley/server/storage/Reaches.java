package parley.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Whom broadcasts reached, those of the open transaction among them. On the writer.
final class Reaches {
    private final List<Reach> open = new ArrayList<>();

    void add(Reach reach) {
        open.add(reach);
    }

    /// Whom the broadcast at this position reached.
    Reach find(Connection connection, long pos) throws SQLException {
        for (Reach reach : open) {
            if (reach.pos() == pos) {
                return reach;
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT recipients, withheld FROM broadcast WHERE pos = ?")) {
            select.setLong(1, pos);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Reach(pos, row.getLong(1), row.getInt(2) != 0)
                        : new Reach(pos, 0, false);
            }
        }
    }

    void flush(Connection connection) throws SQLException {
        for (Reach reach : open) {
            Sql.update(
                    connection,
                    "INSERT INTO broadcast (pos, recipients, withheld) VALUES (?, ?, ?)",
                    reach.pos(),
                    reach.recipients(),
                    reach.withheld() ? 1 : 0);
        }
    }

    /// The transaction is over.
    void close() {
        open.clear();
    }
}
