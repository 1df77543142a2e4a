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
final class UsedIds {
    private static final Duration LAST = Duration.ofDays(7);

    private final InstantSource time;
    private final LogReader reader;
    private final SeenIds seen;
    private final ArrivalTimes arrivals = new ArrivalTimes();
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

    /// A message is durable.
    void settle(Row row) {
        long horizon = arrivals.note(row.pos(), row.time(), since());
        seen.forgetBefore(horizon);
        if (!row.id().isEmpty() && row.pos() >= horizon) {
            seen.add(row.sender().id(), row.id(), row.pos());
        }
    }

    /// The transaction is over.
    void close() {
        open.clear();
    }
}
