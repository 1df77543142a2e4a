package parley.server.conversation;

import parley.protocol.Chat;
import parley.protocol.UserName;

/// A chat as it is kept, seen by none of its readers in particular.
public sealed interface Conversation {
    /// The lane that everyone hears.
    Conversation OF_ALL = new OfAll();

    /// What two users say to each other, in the order of their names.
    record OfTwo(UserName low, UserName high) implements Conversation {
        public OfTwo {
            if (low.compareTo(high) >= 0) {
                throw new IllegalArgumentException("out of order: " + low + ", " + high);
            }
        }

        /// The one of the two that this is not.
        public UserName other(UserName member) {
            return member.equals(low) ? high : low;
        }
    }

    record OfAll() implements Conversation {}

    /// The chat of these two, who must not be the same.
    static OfTwo between(UserName one, UserName other) {
        return one.compareTo(other) < 0 ? new OfTwo(one, other) : new OfTwo(other, one);
    }

    /// The chat that this reader, who is not its other member, names so.
    static Conversation of(UserName reader, Chat chat) {
        return switch (chat) {
            case Chat.Everyone() -> OF_ALL;
            case Chat.With(UserName other) -> between(reader, other);
        };
    }

    /// The chat as this reader names it.
    default Chat seenBy(UserName reader) {
        return switch (this) {
            case OfTwo two -> Chat.with(two.other(reader));
            case OfAll() -> Chat.EVERYONE;
        };
    }
}
