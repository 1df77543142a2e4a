package parley.server.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a whole store, compares each view with the log, and tells what does not fit. It changes
/// nothing, and sees one moment of a store that others write.
public final class StoreCheck {
    private static final int MOST = 100;

    private final Connection connection;
    private final List<String> findings = new ArrayList<>();
    private final Map<Integer, Chat> chats = new HashMap<>();
    private final Set<Integer> people = new HashSet<>();
    private long messages;

    /// @param messages how many there are
    /// @param findings a sentence for each thing that does not fit, a hundred at most; empty where
    ///   the store is sound
    public record Report(long messages, int chats, List<String> findings) {
        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /// How far a chat has come at the message that is looked at.
    private static final class Chat {
        private long seq;
        private long pos;
        private long time;
    }

    private StoreCheck(Connection connection) {
        this.connection = connection;
    }

    /// Checks the store in this file.
    ///
    /// @throws StoreUnavailable where it is no store, or cannot be read
    public static Report of(Path file) {
        try (Connection connection = QuickCheck.readOnly(file);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            return new StoreCheck(connection).run();
        } catch (SQLException failed) {
            throw new StoreUnavailable(
                    "it can't be read as a store: " + failed.getMessage(), failed);
        }
    }

    private Report run() throws SQLException {
        Sql.each(
                connection,
                "PRAGMA integrity_check(20)",
                row -> {
                    if (!"ok".equals(row.getString(1))) {
                        find("the file is damaged: " + row.getString(1));
                    }
                });
        Sql.each(connection, "SELECT id FROM user", row -> people.add(row.getInt(1)));
        Sql.each(connection, "SELECT id FROM chat", row -> chats.put(row.getInt(1), new Chat()));
        chats.put(0, new Chat());
        Sql.each(
                connection,
                "SELECT pos, chat, seq, sender, time, prev FROM message ORDER BY pos",
                this::message);
        if (has("view")) {
            compareHeads();
        }
        if (has("seen_run")) {
            IdsCheck.run(connection, this::find);
        }
        compareRest();
        return new Report(messages, chats.size() - 1, List.copyOf(findings));
    }

    /// An older store may lack it.
    private boolean has(String table) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = ?", table)
                > 0;
    }

    private void find(String finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    private void message(ResultSet row) throws SQLException {
        long pos = row.getLong(1);
        Chat chat = chats.get(row.getInt(2));
        messages++;
        if (pos != messages) {
            find("position " + messages + " of the log is empty; the next message is at " + pos);
            messages = pos;
        }
        if (chat == null) {
            find("the message at " + pos + " is of a chat that is not there");
            return;
        }
        if (row.getLong(3) != chat.seq + 1 || row.getLong(6) != chat.pos) {
            find("the message at " + pos + " does not follow the one before in its chat");
        }
        if (row.getLong(5) < chat.time) {
            find("the message at " + pos + " is older than the one before in its chat");
        }
        if (!people.contains(row.getInt(4))) {
            find("the message at " + pos + " is from somebody who is not there");
        }
        chat.seq = row.getLong(3);
        chat.pos = pos;
        chat.time = row.getLong(5);
    }

    /// Each head is the newest message of its chat up to where the view holds, each place a 32nd.
    private void compareHeads() throws SQLException {
        long upTo = View.HEADS.pos(connection);
        Sql.each(
                connection,
                """
                SELECT h.chat FROM head AS h LEFT JOIN message AS m ON m.pos = h.pos
                WHERE m.pos IS NULL OR m.chat <> h.chat OR m.seq <> h.seq OR m.time <> h.time
                   OR h.pos > ?\
                """,
                row -> find("the head of chat " + row.getInt(1) + " is not in the log"),
                upTo);
        if (Sql.number(connection, "SELECT coalesce(sum(seq), 0) FROM head") != upTo) {
            find("the heads of the chats do not hold up to " + upTo);
        }
        Sql.each(
                connection,
                """
                SELECT p.chat, p.number FROM place AS p LEFT JOIN message AS m ON m.pos = p.pos
                WHERE m.pos IS NULL OR m.chat <> p.chat OR m.seq <> (p.number + 1) * ?\
                """,
                row ->
                        find(
                                "place "
                                        + row.getLong(2)
                                        + " of chat "
                                        + row.getInt(1)
                                        + " is not in the log"),
                Places.EVERY);
    }

    private void compareRest() throws SQLException {
        long lost =
                Sql.number(
                        connection,
                        "SELECT count(*) FROM broadcast WHERE pos NOT IN"
                                + " (SELECT pos FROM message WHERE chat = 0)");
        if (lost > 0) {
            find(lost + " broadcasts are not in the log");
        }
        Sql.each(
                connection,
                "SELECT user, chat, delivered, read FROM cursor",
                row -> {
                    Chat chat = chats.get(row.getInt(2));
                    if (chat == null || Math.max(row.getLong(3), row.getLong(4)) > chat.seq) {
                        find(
                                "user "
                                        + row.getInt(1)
                                        + " has come further in chat "
                                        + row.getInt(2)
                                        + " than there are messages");
                    }
                });
    }
}
