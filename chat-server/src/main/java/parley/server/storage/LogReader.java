package parley.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads messages from the log: all, one, or backwards along one chat.
final class LogReader {
    private static final String BACKWARDS =
            """
            WITH RECURSIVE back (pos, chat, seq, sender, time, prev, id, text) AS (
                SELECT pos, chat, seq, sender, time, prev, id, text FROM message WHERE pos = ?
                UNION ALL
                SELECT m.pos, m.chat, m.seq, m.sender, m.time, m.prev, m.id, m.text
                FROM back CROSS JOIN message AS m ON m.pos = back.prev
                WHERE back.seq > ?)
            SELECT pos, chat, seq, sender, time, prev, id, text FROM back WHERE seq <= ?\
            """;
    private static final String WITHOUT_TEXT =
            "SELECT pos, chat, seq, sender, time, prev, id, x'' FROM message"
                    + " WHERE pos > ? ORDER BY pos LIMIT ?";
    private static final String WITH_TEXT =
            "SELECT pos, chat, seq, sender, time, prev, id, text FROM message"
                    + " WHERE pos > ? ORDER BY pos";
    private static final String ONE =
            "SELECT pos, chat, seq, sender, time, prev, id, text FROM message WHERE pos = ?";

    private final People people;
    private final ChatHeads heads;

    LogReader(People people, ChatHeads heads) {
        this.people = people;
        this.heads = heads;
    }

    /// The messages of a chat behind one `seq` up to another, in order.
    List<Row> between(Connection connection, ChatHead head, long after, long upTo)
            throws SQLException {
        if (after >= Math.min(upTo, head.durable().seq())) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(BACKWARDS)) {
            select.setLong(1, head.entrance(connection, upTo));
            select.setLong(2, after + 1);
            select.setLong(3, upTo);
            List<Row> found = new ArrayList<>();
            each(select, found::add);
            Collections.reverse(found);
            return found;
        }
    }

    /// The next messages behind this position in the order of arrival, without their texts.
    ///
    /// @param most how many at most
    void scan(Connection connection, long after, int most, Consumer<Row> each) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WITHOUT_TEXT)) {
            select.setLong(1, after);
            select.setInt(2, most);
            each(select, each);
        }
    }

    /// Every message behind this position in the order of arrival.
    void scanWithTexts(Connection connection, long after, Consumer<Row> each) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WITH_TEXT)) {
            select.setLong(1, after);
            each(select, each);
        }
    }

    /// The message at this position.
    Optional<Row> at(Connection connection, long pos) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setLong(1, pos);
            List<Row> found = new ArrayList<>();
            each(select, found::add);
            return found.stream().findFirst();
        }
    }

    private void each(PreparedStatement select, Consumer<Row> each) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                byte[] id = rows.getBytes(7);
                each.accept(
                        new Row(
                                rows.getLong(1),
                                heads.get(rows.getInt(2)),
                                rows.getLong(3),
                                people.get(rows.getInt(4)),
                                rows.getLong(5),
                                rows.getLong(6),
                                id == null ? "" : Row.text(id),
                                rows.getBytes(8)));
            }
        }
    }
}
