package parley.server.storage;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Logged;
import parley.server.history.HistoryStore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Pages of the log of the SQLite store.
public final class SqlHistory implements HistoryStore {
    private static final Slice NOTHING = new Slice(List.of(), false);

    private final Database database;

    public SqlHistory(Database database) {
        this.database = database;
    }

    @Override
    public boolean has(Conversation chat) {
        return database.heads().find(chat).filter(head -> head.durable().seq() > 0).isPresent();
    }

    @Override
    public Slice before(Conversation chat, UserName reader, long seq, int limit) {
        return database.heads()
                .find(chat)
                .map(head -> database.read(c -> backwards(c, head, reader, seq, limit)))
                .orElse(NOTHING);
    }

    @Override
    public Slice after(Conversation chat, UserName reader, long seq, int limit) {
        return database.heads()
                .find(chat)
                .map(head -> database.read(c -> forwards(c, head, reader, seq, limit)))
                .orElse(NOTHING);
    }

    private Slice backwards(
            Connection connection, ChatHead head, UserName reader, long before, int limit)
            throws SQLException {
        Deque<Row> found = new ArrayDeque<>();
        long upTo = Math.min(before - 1, head.durable().seq());
        while (upTo > 0 && found.size() <= limit) {
            long after = Math.max(0, upTo - limit - 1);
            for (Row row : visible(connection, head, reader, after, upTo).reversed()) {
                found.addFirst(row);
            }
            upTo = after;
        }
        boolean more = found.size() > limit;
        while (found.size() > limit) {
            found.removeFirst();
        }
        return new Slice(logged(found.stream().toList()), more);
    }

    private Slice forwards(
            Connection connection, ChatHead head, UserName reader, long seq, int limit)
            throws SQLException {
        List<Row> found = new ArrayList<>();
        long last = head.durable().seq();
        long after = seq;
        while (after < last && found.size() <= limit) {
            long upTo = Math.min(last, after + limit + 1);
            found.addAll(visible(connection, head, reader, after, upTo));
            after = upTo;
        }
        boolean more = found.size() > limit;
        return new Slice(logged(more ? found.subList(0, limit) : found), more);
    }

    private List<Row> visible(
            Connection connection, ChatHead head, UserName reader, long after, long upTo)
            throws SQLException {
        List<Row> rows = database.log().reader().between(connection, head, after, upTo);
        Optional<Person> person = database.people().find(reader);
        return head != database.heads().ofAll() || person.isEmpty()
                ? rows
                : rows.stream()
                        .filter(row ->
                                !database.spans().hides(person.get(), row.sender(), row.pos()))
                        .toList();
    }

    private static List<Logged> logged(List<Row> rows) {
        return rows.stream().map(Row::logged).toList();
    }
}
