package parley.server.storage;

import parley.server.conversation.Conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The heads of all chats. Any thread may look one up; the writer adds.
final class ChatHeads implements Participant {
    private static final int OF_ALL = 0;

    private final People people;
    private final ChatHead ofAll = new ChatHead(OF_ALL, Conversation.OF_ALL);
    private final Map<Conversation, ChatHead> byConversation = new ConcurrentHashMap<>();
    private final Map<Integer, ChatHead> byId = new ConcurrentHashMap<>();
    private final List<ChatHead> fresh = new ArrayList<>();

    ChatHeads(People people) {
        this.people = people;
        know(ofAll);
    }

    ChatHead ofAll() {
        return ofAll;
    }

    Collection<ChatHead> all() {
        return byId.values();
    }

    Optional<ChatHead> find(Conversation conversation) {
        return Optional.ofNullable(byConversation.get(conversation));
    }

    /// The chat of this number, which must be there.
    ChatHead get(int id) {
        ChatHead head = byId.get(id);
        if (head == null) {
            throw new IllegalStateException("the store names a chat that it does not have: " + id);
        }
        return head;
    }

    /// The chat of these two, which begins where it was not there.
    ChatHead obtain(Connection connection, Person one, Person other) throws SQLException {
        Conversation.OfTwo two = Conversation.between(one.name(), other.name());
        ChatHead known = byConversation.get(two);
        if (known != null) {
            return known;
        }
        boolean oneIsLow = two.low().equals(one.name());
        ChatHead head = new ChatHead(byId.size(), two);
        Sql.update(
                connection,
                "INSERT INTO chat (id, low, high) VALUES (?, ?, ?)",
                head.id(),
                oneIsLow ? one.id() : other.id(),
                oneIsLow ? other.id() : one.id());
        know(head);
        fresh.add(head);
        return head;
    }

    private void know(ChatHead head) {
        byConversation.put(head.conversation(), head);
        byId.put(head.id(), head);
    }

    @Override
    public void opened(Connection connection) throws SQLException {
        Sql.all(
                        connection,
                        "SELECT id, low, high FROM chat",
                        row -> head(row.getInt(1), row.getInt(2), row.getInt(3)))
                .stream()
                .filter(head -> !byId.containsKey(head.id()))
                .forEach(this::know);
    }

    private ChatHead head(int id, int low, int high) {
        return new ChatHead(
                id, Conversation.between(people.get(low).name(), people.get(high).name()));
    }

    @Override
    public void flush() {}

    @Override
    public void committed() {
        fresh.clear();
    }

    @Override
    public void lost() {
        for (ChatHead head : fresh) {
            byConversation.remove(head.conversation());
            byId.remove(head.id());
        }
        fresh.clear();
    }
}
