package parley.desktop.search;

import parley.desktop.local.Entry;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.UserName;

import java.time.Instant;

/// A message that was found.
///
/// @param what where it stands
public record Hit(Chat chat, UserName from, String text, Instant time, Target what) {
    /// How a message is found again in its chat.
    public sealed interface Target {
        /// By its number in the server's present store.
        record Numbered(long seq) implements Target {}

        /// By its key on this computer.
        record Kept(long key) implements Target {}
    }

    /// What the server has found.
    static Hit of(ChatMessage message) {
        return new Hit(
                message.chat(),
                message.from(),
                message.text(),
                message.time(),
                new Target.Numbered(message.seq()));
    }

    /// What was found on this computer.
    static Hit of(Entry entry) {
        return new Hit(
                entry.chat(),
                entry.from(),
                entry.text(),
                entry.time(),
                new Target.Kept(entry.key()));
    }

    /// Never the text.
    @Override
    public String toString() {
        return "Hit[chat=" + chat + ", what=" + what + "]";
    }
}
