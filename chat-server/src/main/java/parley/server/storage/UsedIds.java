package parley.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Under which ids posts were sent in the last 7 days, those of the open transaction among them.
/// The newest some thousands are in memory, the others on disk. On the writer.
final class UsedIds {
    private final IdHorizon horizon;
    private final LogReader reader;
    private final IdHash hash;
    private final SavedRuns saved = new SavedRuns();
    private final List<IdRun> complete = new ArrayList<>();
    private final Map<Key, Row> open = new HashMap<>();
    private IdRun growing = new IdRun(0);
    private int writing;

    private record Key(int sender, String id) {}

    UsedIds(IdHorizon horizon, LogReader reader, IdHash hash) {
        this.horizon = horizon;
        this.reader = reader;
        this.hash = hash;
    }

    /// The message that was sent under this id.
    Optional<Row> find(Connection connection, Person sender, String id) throws SQLException {
        Row inThisTransaction = open.get(new Key(sender.id(), id));
        if (inThisTransaction != null) {
            return Optional.of(inThisTransaction);
        }
        for (long pos : candidates(connection, hash.of(sender.id(), id))) {
            Optional<Row> row = reader.at(connection, pos).filter(r -> isUnder(r, sender, id));
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /// Where to look: hardly ever more than one, and for a new id hardly ever any.
    private List<Long> candidates(Connection connection, long wanted) throws SQLException {
        List<Long> found = new ArrayList<>(0);
        growing.find(wanted, found::add);
        for (IdRun run : complete) {
            run.find(wanted, found::add);
        }
        saved.find(connection, wanted, found::add);
        return found;
    }

    private boolean isUnder(Row row, Person sender, String id) {
        return row.sender() == sender && row.id().equals(id) && row.time() >= horizon.millis();
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
        long upTo = saved.load(connection, last, horizon.millis());
        growing = new IdRun(upTo / IdRun.LENGTH);
        return upTo;
    }

    /// A message is durable.
    void settle(Row row) {
        growing.add(
                row.pos(),
                row.time(),
                row.id().isEmpty() ? 0 : hash.of(row.sender().id(), row.id()));
        if (row.pos() == growing.last()) {
            complete.add(growing);
            growing = new IdRun(growing.number() + 1);
        }
    }

    void flush(Connection connection) throws SQLException {
        if (!complete.isEmpty()) {
            saved.write(connection, complete, horizon.millis());
            writing = complete.size();
        }
    }

    /// The transaction is durable; its messages are not settled yet.
    void committed() {
        saved.committed();
        complete.subList(0, writing).clear();
        writing = 0;
    }

    /// The transaction has failed.
    void lost() {
        saved.lost();
        writing = 0;
    }

    /// The transaction is over.
    void close() {
        open.clear();
    }
}
