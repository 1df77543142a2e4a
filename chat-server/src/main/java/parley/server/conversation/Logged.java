package parley.server.conversation;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.UserName;

import java.time.Instant;

/// A message that is durable.
///
/// @param seq its place in the conversation: 1, 2, 3 …
/// @param id what it was sent under; empty where there was none
public record Logged(
        Conversation in, long seq, UserName from, Instant time, String id, String text) {
    /// The message as this reader sees it; only its sender sees its id.
    public ChatMessage seenBy(UserName reader) {
        String shownId = reader.equals(from) ? id : "";
        return new ChatMessage(in.seenBy(reader), from, seq, text, time, shownId);
    }

    /// The message as everybody sees it who hears it in the lane of all.
    ChatMessage seenByOthers() {
        return new ChatMessage(Chat.EVERYONE, from, seq, text, time, "");
    }

    /// The message with its sender spelled as now.
    Logged spelled(Directory directory) {
        return new Logged(in, seq, directory.shown(from), time, id, text);
    }

    /// Never the text.
    @Override
    public String toString() {
        return "Logged[in=" + in + ", seq=" + seq + "]";
    }
}
