package parley.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Under which ids posts were sent in the last 7 days, those of the open transaction among them. On
/// the writer.
final class UsedIds implements SavedIds.Heap {
    private static final Duration LAST = Duration.ofDays(7);

    private final InstantSource time;
    private final LogReader reader;
    private final SeenIds seen;
    private final ArrivalTimes arrivals = new ArrivalTimes();
    private final SavedIds saved = new SavedIds();
    private final Map<Key, Row> open = new HashMap<>();

    private record Key(int sender, String id) {}

    UsedIds(InstantSource time, LogReader reader, SeenIds seen) {
        this.time = time;
        this.reader = reader;
        this.seen = seen;
    }

    /// The message that was sent under this id.
    Optional<Row> find(Connection connection, Person sender, String id) throws SQLException {
        Row inThisTransaction = open.get(new Key(sender.id(), id));
        if (inThisTransaction != null) {
            return Optional.of(inThisTransaction);
        }
        for (long pos : seen.find(sender.id(), id)) {
            Optional<Row> row = reader.at(connection, pos).filter(r -> isUnder(r, sender, id));
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private boolean isUnder(Row row, Person sender, String id) {
        return row.sender() == sender && row.id().equals(id) && row.time() >= since();
    }

    private long since() {
        return time.millis() - LAST.toMillis();
    }

    /// A message of the open transaction.
    void add(Row row) {
        if (!row.id().isEmpty()) {
            open.put(new Key(row.sender().id(), row.id()), row);
        }
    }

    /// Reads what was saved of them.
    ///
    /// @param last the position of the log's last message
    /// @return up to which position it holds
    long load(Connection connection, long last) throws SQLException {
        return saved.load(connection, last, since(), this);
    }

    @Override
    public void expect(int blocks) {
        seen.makeRoom(blocks * SavedIds.BLOCK);
    }

    @Override
    public void take(SavedIds.Block block) {
        long horizon = note(block.last(), block.time());
        long pos = block.first();
        for (long hash : block.hashes()) {
            if (hash != 0 && pos >= horizon) {
                seen.add(hash, pos);
            }
            pos++;
        }
    }

    /// A message is durable.
    void settle(Row row) {
        long horizon = note(row.pos(), row.time());
        long hash = row.id().isEmpty() ? 0 : seen.hash(row.sender().id(), row.id());
        if (hash != 0 && row.pos() >= horizon) {
            seen.add(hash, row.pos());
        }
        saved.settle(row.pos(), row.time(), hash);
    }

    private long note(long pos, long arrived) {
        long horizon = arrivals.note(pos, arrived, since());
        seen.forgetBefore(horizon);
        return horizon;
    }

    void flush(Connection connection) throws SQLException {
        saved.flush(connection, arrivals.horizon());
    }

    /// The transaction is durable; its messages are not settled yet.
    void committed() {
        saved.committed();
    }

    /// The transaction has failed.
    void lost() {
        saved.lost();
    }

    /// The transaction is over.
    void close() {
        open.clear();
    }
}
