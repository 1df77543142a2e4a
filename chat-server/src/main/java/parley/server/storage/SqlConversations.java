package parley.server.storage;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.ConversationStore;
import parley.server.conversation.Cursor;
import parley.server.conversation.Logged;
import parley.server.conversation.Post;
import parley.server.conversation.PostOutcome;
import parley.server.conversation.StoredChat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Conversations in the log of the SQLite store.
public final class SqlConversations implements ConversationStore {
    private final Database database;
    private final Audience audience;
    private final CursorRows cursors;
    private final String log;

    /// @param audience who is online when a broadcast is written; asked on the writer
    public SqlConversations(Database database, Audience audience) {
        this.database = database;
        this.audience = audience;
        this.cursors = new CursorRows(database);
        this.log = database.read(SqlConversations::readLog);
    }

    private static String readLog(Connection connection) throws SQLException {
        return Sql.all(
                        connection,
                        "SELECT value FROM store WHERE name = 'log'",
                        row -> row.getString(1))
                .getFirst();
    }

    @Override
    public String log() {
        return log;
    }

    @Override
    public List<StoredChat> chats() {
        Map<CursorRows.Key, Cursor> kept = database.read(CursorRows::all);
        List<StoredChat> chats = new ArrayList<>();
        for (ChatHead head : database.heads().all()) {
            if (head.conversation() instanceof Conversation.OfTwo two && head.durable().seq() > 0) {
                chats.add(
                        new StoredChat(
                                two,
                                head.durable().seq(),
                                member(kept, head, two.low(), head.newestOfLow()),
                                member(kept, head, two.high(), head.newestOfHigh())));
            }
        }
        return chats;
    }

    private StoredChat.Member member(
            Map<CursorRows.Key, Cursor> kept, ChatHead head, UserName member, long newest) {
        int user = database.people().find(member).orElseThrow().id();
        Cursor cursor = kept.getOrDefault(new CursorRows.Key(user, head.id()), Cursor.START);
        return new StoredChat.Member(newest, cursor);
    }

    @Override
    public long lastToEveryone() {
        return database.heads().ofAll().durable().seq();
    }

    @Override
    public void append(Post post, Consumer<PostOutcome> outcome) {
        database.submit(new AppendJob(post, outcome));
    }

    @Override
    public void onFound(Consumer<PostOutcome> found) {
        database.onFound(outcome -> new FoundJob(outcome, found));
    }

    @Override
    public List<Logged> read(Conversation chat, long after, long upTo) {
        return database.heads()
                .find(chat)
                .map(head ->
                        database.read(connection ->
                                database
                                        .log()
                                        .reader()
                                        .between(connection, head, after, upTo)
                                        .stream()
                                        .map(Row::logged)
                                        .toList()))
                .orElse(List.of());
    }

    @Override
    public void keepSoon(Conversation.OfTwo chat, UserName member, Cursor cursor) {
        cursors.keepSoon(chat, member, cursor);
    }

    /// A post on its way through the writer.
    private final class AppendJob implements Job {
        private final Post post;
        private final Consumer<PostOutcome> outcome;
        private PostOutcome result = new PostOutcome.Unknown();

        private AppendJob(Post post, Consumer<PostOutcome> outcome) {
            this.post = post;
            this.outcome = outcome;
        }

        @Override
        public void write(Connection connection) throws SQLException {
            result = database.log().append(connection, post, audience);
        }

        @Override
        public void settled() {
            outcome.accept(result);
        }

        @Override
        public void failed(StoreUnavailable why) {
            outcome.accept(new PostOutcome.Unknown());
        }
    }

    /// A message that was there after all, told in its turn.
    private record FoundJob(PostOutcome message, Consumer<PostOutcome> found) implements Job {
        @Override
        public void write(Connection connection) {}

        @Override
        public void settled() {
            found.accept(message);
        }

        @Override
        public void failed(StoreUnavailable why) {
            found.accept(message);
        }
    }
}
