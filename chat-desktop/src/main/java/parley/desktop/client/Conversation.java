package parley.desktop.client;

import org.jspecify.annotations.Nullable;

import parley.desktop.local.ChatSummary;
import parley.desktop.local.ChatSummary.Cursors;
import parley.desktop.local.Entry;
import parley.desktop.local.Gaps;
import parley.protocol.Chat;

import java.util.Optional;

/// What is known of one chat, in memory. Lives on the loop; [Conversations] keeps it in step with
/// the disk.
final class Conversation {
    final Chat chat;
    Cursors cursors = Cursors.NONE;
    long floor;
    Gaps gaps;
    int unread;
    String draft = "";

    /// Whether the disk knows that there is such a chat.
    boolean met;

    private @Nullable Entry last;
    private @Nullable Place shownFrom;

    /// A place in a chat: a number in an era.
    record Place(int era, long seq) implements Comparable<Place> {
        /// Before everything.
        static final Place BEGIN = new Place(0, 0);

        @Override
        public int compareTo(Place other) {
            return era == other.era
                    ? Long.compare(seq, other.seq)
                    : Integer.compare(era, other.era);
        }
    }

    Conversation(Chat chat, Gaps gaps) {
        this.chat = chat;
        this.gaps = gaps;
    }

    Optional<Entry> last() {
        return Optional.ofNullable(last);
    }

    void last(Optional<Entry> entry) {
        last = entry.orElse(null);
    }

    /// An entry is new or has changed: it may be the newest now.
    void met(Entry entry) {
        Entry newest = last;
        if (newest == null || newest.key() == entry.key() || newest.compareTo(entry) <= 0) {
            last = entry;
        }
    }

    /// The screen has been given everything from here on.
    void shownFrom(Place place) {
        shownFrom = place;
    }

    Optional<Place> shownFrom() {
        return Optional.ofNullable(shownFrom);
    }

    /// Whether this entry stands within what the screen has been given.
    boolean shows(Entry entry) {
        Place from = shownFrom;
        return from != null
                && (!(entry.state() instanceof Entry.State.Said(int store, long seq, int era))
                        || from.compareTo(new Place(era, seq)) <= 0);
    }

    ChatSummary summary() {
        return new ChatSummary(chat, last(), unread, cursors, draft);
    }
}
