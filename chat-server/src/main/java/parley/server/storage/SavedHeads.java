package parley.server.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The view of the log that tells how far each chat has come, and where in the log its messages
/// stand. It is written with a commit each time when some thousands of messages have come since, in
/// the order of the table; what came later is read from the log at the next start. On the writer.
final class SavedHeads {
    static final int EVERY = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(SavedHeads.class);
    private static final String HEAD =
            "INSERT OR REPLACE INTO head (chat, seq, pos, time, low, high)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String PLACE =
            "INSERT OR REPLACE INTO place (chat, number, pos) VALUES (?, ?, ?)";

    private final ChatHeads heads;
    private final Set<ChatHead> moved = new HashSet<>();
    private long pos;
    private long saved;
    private boolean writing;

    SavedHeads(ChatHeads heads) {
        this.heads = heads;
    }

    /// Reads the view.
    ///
    /// @param last the position of the log's last message
    /// @return up to which position it holds: 0 where it was lost, or does not add up
    long load(Connection connection, long last) throws SQLException {
        long upTo = View.HEADS.pos(connection);
        if (upTo > last || !addsUp(connection, upTo)) {
            LOG.warn("the heads of the chats do not add up, and are made anew pos={}", upTo);
            clear(connection);
            upTo = 0;
        } else {
            read(connection);
        }
        pos = upTo;
        saved = upTo;
        return upTo;
    }

    /// Each message has a position, each position a message: all `seq` add up to the last position.
    private static boolean addsUp(Connection connection, long upTo) throws SQLException {
        return Sql.number(connection, "SELECT coalesce(sum(seq), 0) FROM head") == upTo
                && Sql.number(connection, "SELECT coalesce(max(pos), 0) FROM head") == upTo
                && Sql.number(
                                connection,
                                "SELECT coalesce(sum(seq / ?), 0) FROM head",
                                Places.EVERY)
                        == Sql.number(connection, "SELECT count(*) FROM place")
                && Sql.number(
                                connection,
                                "SELECT count(*) FROM head WHERE chat <> 0"
                                        + " AND chat NOT IN (SELECT id FROM chat)")
                        == 0;
    }

    private static void clear(Connection connection) throws SQLException {
        View.HEADS.holdsUpTo(connection, 0);
        Sql.update(connection, "DELETE FROM head");
        Sql.update(connection, "DELETE FROM place");
    }

    private void read(Connection connection) throws SQLException {
        Sql.each(connection, "SELECT chat, seq, pos, time, low, high FROM head", this::readHead);
    }

    private void readHead(ResultSet row) throws SQLException {
        heads.get(row.getInt(1))
                .load(
                        new ChatHead.Tip(row.getLong(2), row.getLong(3), row.getLong(4)),
                        row.getLong(5),
                        row.getLong(6));
    }

    /// A message of this chat is durable, at this position.
    void settle(ChatHead chat, long at) {
        moved.add(chat);
        pos = at;
    }

    /// Writes what is durable where it is time.
    void flush(Connection connection) throws SQLException {
        if (pos - saved < EVERY) {
            return;
        }
        List<ChatHead> sorted =
                moved.stream().sorted(Comparator.comparingInt(ChatHead::id)).toList();
        try (PreparedStatement head = connection.prepareStatement(HEAD);
                PreparedStatement place = connection.prepareStatement(PLACE)) {
            for (ChatHead each : sorted) {
                write(head, each);
                writePlaces(place, each);
            }
        }
        View.HEADS.holdsUpTo(connection, pos);
        writing = true;
    }

    private static void write(PreparedStatement insert, ChatHead head) throws SQLException {
        insert.setInt(1, head.id());
        insert.setLong(2, head.durable().seq());
        insert.setLong(3, head.durable().pos());
        insert.setLong(4, head.durable().time());
        insert.setLong(5, head.newestOfLow());
        insert.setLong(6, head.newestOfHigh());
        insert.executeUpdate();
    }

    private static void writePlaces(PreparedStatement insert, ChatHead head) throws SQLException {
        long first = Places.marked(head.saved().seq());
        long end = Places.marked(head.durable().seq());
        for (long number = first; number < end; number++) {
            insert.setInt(1, head.id());
            insert.setLong(2, number);
            insert.setLong(3, head.places().at(number).orElseThrow());
            insert.executeUpdate();
        }
    }

    /// The transaction is durable; its messages are not settled yet.
    void committed() {
        if (writing) {
            moved.forEach(ChatHead::savedNow);
            moved.clear();
            saved = pos;
        }
        writing = false;
    }

    /// The transaction has failed.
    void lost() {
        writing = false;
    }
}
