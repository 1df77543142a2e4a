package parley.server.history;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Logged;
import parley.words.Wanted;

import java.util.List;
import java.util.Optional;

/// Looks for messages among those that one reader may read: those of their own chats, and those to
/// everyone but what was withheld from them. Waits; finds whatever is durable.
public interface SearchStore {
    /// What was found behind a place, or nothing where there is no such place.
    Optional<Found> find(Question question);

    /// What to look for.
    ///
    /// @param in the one chat to look in, which is one of the reader's; nothing for all
    /// @param behind where to go on; nothing for the newest
    /// @param limit how many messages at most
    record Question(
            UserName reader,
            Wanted wanted,
            Optional<Conversation> in,
            Optional<Place> behind,
            int limit) {}

    /// Where a message stands.
    record Place(Conversation chat, long seq) {}

    /// Messages that were found.
    ///
    /// @param messages the newest first; fewer than asked for where they are more than a line holds
    /// @param more whether there are more behind them
    record Found(List<Logged> messages, boolean more) {
        /// Nothing.
        public static final Found NOTHING = new Found(List.of(), false);

        public Found {
            messages = List.copyOf(messages);
        }
    }
}
