package parley.desktop.local;

import parley.protocol.Chat;

import java.util.Optional;

/// A chat as the sidebar shows it.
///
/// @param last the newest entry that this desktop has
/// @param unread how many of others' entries stand behind the read position
/// @param draft what is written and not sent; empty where nothing is
public record ChatSummary(
        Chat chat, Optional<Entry> last, int unread, Cursors cursors, String draft) {
    /// Never the texts.
    @Override
    public String toString() {
        return "ChatSummary[chat=" + chat + ", unread=" + unread + ", " + cursors + "]";
    }

    /// How far both have got in the server's present store; all 0 in `*`, but `read`.
    ///
    /// @param store the ordinal of that store, as in [Entry.State.Said]; 0 where none was met yet.
    ///   What was said in an older one has no cursors any more
    /// @param read how far one has read oneself
    /// @param theirDelivered how far the other has safely got
    /// @param theirRead how far the other has read
    public record Cursors(int store, long read, long theirDelivered, long theirRead) {
        /// Nothing read by anybody.
        public static final Cursors NONE = new Cursors(0, 0, 0, 0);
    }
}
