package parley.protocol;

import java.time.Instant;

/// One durable message of a chat, as one of its readers sees it.
///
/// @param chat the chat as the reader names it
/// @param from who said it
/// @param seq its place in the chat: 1, 2, 3 …
/// @param text 1 to 16,384 bytes of UTF-8, exactly as sent
/// @param time the server's clock when it was accepted; never decreases within a chat
/// @param id what its sender sent it under; empty where there was none, or where it is not the
///   reader's own
public record ChatMessage(
        Chat chat, UserName from, long seq, String text, Instant time, String id) {

    /// The same message as its other readers see it, without the sender's id.
    public ChatMessage withoutId() {
        return id.isEmpty() ? this : new ChatMessage(chat, from, seq, text, time, "");
    }
}
