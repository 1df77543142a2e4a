package parley.server.conversation;

import parley.protocol.UserName;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Where conversations last: append, read from a position, keep a cursor.
public interface ConversationStore {
    /// Names the store: random, new with each new or restored one.
    String log();

    /// All chats of two with a message in them; asked once, before anything is appended.
    List<StoredChat> chats();

    /// The `seq` of the newest message to everyone; 0 where there is none.
    long lastToEveryone();

    /// Appends, and says what became of it, without waiting: outcomes come on one thread, in the
    /// order of the appends, once they are durable. A post whose id its sender has used in the last
    /// 7 days gets the outcome of the first, or `id-reused`, whatever its verdict. Blocks are
    /// checked again.
    void append(Post post, Consumer<PostOutcome> outcome);

    /// Hears of messages that turned out to be kept after their post had been answered as unknown;
    /// on the thread of the outcomes.
    void onFound(Consumer<PostOutcome> found);

    /// Reads what stands behind one `seq` up to another, in order; waits.
    List<Logged> read(Conversation chat, long after, long upTo);

    /// Keeps how far somebody has got, within a second, and does not wait.
    void keepSoon(Conversation.OfTwo chat, UserName member, Cursor cursor);

    /// Who is online at the moment of a broadcast.
    @FunctionalInterface
    interface Audience {
        Collection<UserName> online();
    }
}
