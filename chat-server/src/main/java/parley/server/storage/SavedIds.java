package parley.server.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The view of the log that tells under which ids something was said lately: the hashes of 4,096
/// messages a row, written with the next commit when they are complete. What is not complete is
/// read from the log at the next start. On the writer.
final class SavedIds {
    static final int BLOCK = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(SavedIds.class);

    private final long[] hashes = new long[BLOCK];
    private final List<Block> complete = new ArrayList<>();
    private int writing;

    /// Hashes of a run of messages.
    ///
    /// @param last the position of the last of them
    /// @param time when that arrived, in milliseconds since 1970
    /// @param hashes 0 where a message has no id
    record Block(long last, long time, long[] hashes) {
        long first() {
            return last - BLOCK + 1;
        }

        private byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Long.BYTES);
            bytes.asLongBuffer().put(hashes);
            return bytes.array();
        }

        static Block of(long last, long time, byte[] bytes) {
            long[] hashes = new long[BLOCK];
            ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
            return new Block(last, time, hashes);
        }
    }

    /// Where what is read goes to.
    interface Heap {
        /// So many blocks will come.
        void expect(int blocks);

        void take(Block block);
    }

    /// What the hashes are keyed with.
    static long key(Connection connection) throws SQLException {
        return Sql.all(
                        connection,
                        "SELECT value FROM store WHERE name = 'seen-key'",
                        row -> Long.parseUnsignedLong(row.getString(1), 16))
                .getFirst();
    }

    /// Reads the view.
    ///
    /// @param last the position of the log's last message
    /// @param since how old what is missing must be, in milliseconds since 1970
    /// @return up to which position it holds: 0 where it was lost, or does not add up
    long load(Connection connection, long last, long since, Heap heap) throws SQLException {
        long upTo = View.SEEN.pos(connection);
        if (upTo > last || upTo > 0 && !addsUp(connection, upTo, since)) {
            LOG.warn("the ids seen do not add up, and are read from the log pos={}", upTo);
            View.SEEN.holdsUpTo(connection, 0);
            Sql.update(connection, "DELETE FROM seen");
            return 0;
        }
        heap.expect(Math.toIntExact(Sql.number(connection, "SELECT count(*) FROM seen")));
        Sql.each(
                connection,
                "SELECT last, time, hashes FROM seen ORDER BY last",
                row -> heap.take(Block.of(row.getLong(1), row.getLong(2), row.getBytes(3))));
        return upTo;
    }

    /// No row is missing between the first and the last, none is cut, and what lies before is old.
    private static boolean addsUp(Connection connection, long upTo, long since)
            throws SQLException {
        long rows = Sql.number(connection, "SELECT count(*) FROM seen");
        long first = Sql.number(connection, "SELECT coalesce(min(last), 0) FROM seen");
        return rows > 0
                && Sql.number(connection, "SELECT max(last) FROM seen") == upTo
                && upTo - first == (rows - 1) * BLOCK
                && first % BLOCK == 0
                && Sql.number(
                                connection,
                                "SELECT count(*) FROM seen WHERE length(hashes) <> ?",
                                BLOCK * Long.BYTES)
                        == 0
                && Sql.number(
                                connection,
                                "SELECT coalesce(max(time), 0) FROM message WHERE pos = ?",
                                first - BLOCK)
                        < since;
    }

    /// A message is durable.
    ///
    /// @param hash of its id; 0 where it has none
    void settle(long pos, long time, long hash) {
        int at = (int) ((pos - 1) % BLOCK);
        hashes[at] = hash;
        if (at == BLOCK - 1) {
            complete.add(new Block(pos, time, hashes.clone()));
            Arrays.fill(hashes, 0);
        }
    }

    /// Writes what is complete, and lets go of rows that end before the horizon.
    void flush(Connection connection, long horizon) throws SQLException {
        if (complete.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO seen (last, time, hashes) VALUES (?, ?, ?)")) {
            for (Block block : complete) {
                insert.setLong(1, block.last());
                insert.setLong(2, block.time());
                insert.setBytes(3, block.bytes());
                insert.executeUpdate();
            }
        }
        Sql.update(connection, "DELETE FROM seen WHERE last < ?", horizon);
        View.SEEN.holdsUpTo(connection, complete.getLast().last());
        writing = complete.size();
    }

    /// The transaction is durable.
    void committed() {
        complete.subList(0, writing).clear();
        writing = 0;
    }

    /// The transaction has failed.
    void lost() {
        writing = 0;
    }
}
