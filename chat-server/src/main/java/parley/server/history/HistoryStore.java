package parley.server.history;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Logged;

import java.util.List;

/// Reads conversations for one reader, page by page; waits. What was said to everyone by somebody
/// whom the reader had blocked at that moment is passed over.
public interface HistoryStore {
    /// Whether anything was ever said in this chat.
    boolean has(Conversation chat);

    /// The newest messages in front of this `seq`.
    Slice before(Conversation chat, UserName reader, long seq, int limit);

    /// The oldest messages behind this `seq`.
    Slice after(Conversation chat, UserName reader, long seq, int limit);

    /// Some messages of a chat.
    ///
    /// @param messages in the order of `seq`
    /// @param more whether there are more in the direction that was asked for
    record Slice(List<Logged> messages, boolean more) {
        public Slice {
            messages = List.copyOf(messages);
        }
    }
}
