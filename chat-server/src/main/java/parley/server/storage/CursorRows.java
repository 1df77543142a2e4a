package parley.server.storage;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Cursor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The cursors' rows: those that have moved are gathered, and written with a commit within a
/// second.
final class CursorRows {
    private static final String UPSERT =
            "INSERT INTO cursor (user, chat, delivered, read, told_delivered, told_read)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                    + " delivered = excluded.delivered, read = excluded.read,"
                    + " told_delivered = excluded.told_delivered, told_read = excluded.told_read";

    private final Database database;
    private final Object lock = new Object();
    private Map<Moved, Cursor> moved = new HashMap<>();

    /// Whose row it is. Ordered as the table is.
    record Key(int user, int chat) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byUser = Integer.compare(user, other.user);
            return byUser == 0 ? Integer.compare(chat, other.chat) : byUser;
        }
    }

    private record Moved(Conversation.OfTwo chat, UserName member) {}

    CursorRows(Database database) {
        this.database = database;
    }

    static Map<Key, Cursor> all(Connection connection) throws SQLException {
        Map<Key, Cursor> all = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT user, chat, delivered, read, told_delivered, told_read"
                                        + " FROM cursor");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.put(
                        new Key(rows.getInt(1), rows.getInt(2)),
                        new Cursor(
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6)));
            }
        }
        return all;
    }

    void keepSoon(Conversation.OfTwo chat, UserName member, Cursor cursor) {
        boolean first;
        synchronized (lock) {
            first = moved.isEmpty();
            moved.put(new Moved(chat, member), cursor);
        }
        if (first) {
            database.submitLazily(new Writing());
        }
    }

    /// The cursors that have moved, on their way; all of them until they are durable.
    private final class Writing implements Job {
        private Map<Moved, Cursor> taken = Map.of();

        @Override
        public void write(Connection connection) throws SQLException {
            synchronized (lock) {
                taken = moved;
                moved = new HashMap<>();
            }
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                for (Map.Entry<Key, Cursor> row : rows(taken).entrySet()) {
                    CursorRows.write(upsert, row.getKey(), row.getValue());
                }
            }
        }

        @Override
        public void settled() {}

        @Override
        public void failed(StoreUnavailable why) {
            synchronized (lock) {
                taken.forEach(moved::putIfAbsent);
            }
            database.submitAgain(this);
        }
    }

    private static void write(PreparedStatement upsert, Key key, Cursor cursor)
            throws SQLException {
        upsert.setInt(1, key.user);
        upsert.setInt(2, key.chat);
        upsert.setLong(3, cursor.delivered());
        upsert.setLong(4, cursor.read());
        upsert.setLong(5, cursor.toldDelivered());
        upsert.setLong(6, cursor.toldRead());
        upsert.executeUpdate();
    }

    private TreeMap<Key, Cursor> rows(Map<Moved, Cursor> taken) {
        TreeMap<Key, Cursor> rows = new TreeMap<>();
        taken.forEach((who, cursor) ->
                rows.put(
                        new Key(
                                database.people().find(who.member()).orElseThrow().id(),
                                database.heads().find(who.chat()).orElseThrow().id()),
                        cursor));
        return rows;
    }
}
