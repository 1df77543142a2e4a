package parley.server.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// From where to where in the log each block holds. Any thread may ask; the writer adds.
final class BlockSpans implements Participant {
    private static final long OPEN = Long.MAX_VALUE;

    private final Map<Pair, List<Span>> spans = new ConcurrentHashMap<>();

    private record Pair(int blocker, int blocked) {
        /// Mixed, so that small numbers do not fall together.
        @Override
        public int hashCode() {
            int mixed = (blocker * 0x9e3779b9 ^ blocked) * 0x85ebca6b;
            return mixed ^ mixed >>> 15;
        }
    }

    /// @param to the first position that is free again
    private record Span(long from, long to) {}

    /// Whether a block is in force at the end of the log.
    boolean inForce(Person blocker, Person blocked) {
        return hides(blocker, blocked, OPEN - 1);
    }

    /// Whether a block was in force when this message was written.
    boolean hides(Person blocker, Person blocked, long pos) {
        for (Span span : spans.getOrDefault(pair(blocker, blocked), List.of())) {
            if (span.from <= pos && pos < span.to) {
                return true;
            }
        }
        return false;
    }

    /// A block begins in front of this position. On the writer.
    void open(Person blocker, Person blocked, long pos) {
        put(pair(blocker, blocked), new Span(pos, OPEN));
    }

    /// The block ends in front of this position. On the writer.
    void end(Person blocker, Person blocked, long pos) {
        spans.computeIfPresent(
                pair(blocker, blocked),
                (pair, all) ->
                        all.stream()
                                .map(span -> span.to == OPEN ? new Span(span.from, pos) : span)
                                .toList());
    }

    private void put(Pair pair, Span span) {
        spans.merge(
                pair,
                List.of(span),
                (some, more) -> {
                    List<Span> all = new ArrayList<>(some);
                    all.addAll(more);
                    return List.copyOf(all);
                });
    }

    private static Pair pair(Person blocker, Person blocked) {
        return new Pair(blocker.id(), blocked.id());
    }

    @Override
    public void opened(Connection connection) throws SQLException {
        spans.clear();
        Sql.all(connection, "SELECT a, b, from_pos, to_pos FROM block", this::read);
    }

    private Pair read(ResultSet row) throws SQLException {
        Pair pair = new Pair(row.getInt(1), row.getInt(2));
        long from = row.getLong(3);
        long end = row.getLong(4);
        put(pair, new Span(from, row.wasNull() ? OPEN : end));
        return pair;
    }

    @Override
    public void flush() {}

    @Override
    public void committed() {}

    @Override
    public void lost() {}
}
