package parley.server.history;

import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.server.conversation.Conversation;

/// What became of a chat's name that a reader gave.
sealed interface ChatNamed {
    /// A chat of theirs.
    ///
    /// @param shown the chat as they name it
    record Readable(Chat shown, Conversation chat) implements ChatNamed {}

    /// None that there is.
    record Refused(Reply.Error error) implements ChatNamed {}
}
