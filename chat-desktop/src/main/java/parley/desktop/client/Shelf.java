package parley.desktop.client;

import org.jspecify.annotations.Nullable;

import parley.desktop.local.Chats;
import parley.desktop.local.Entries;
import parley.desktop.local.Entry;
import parley.desktop.local.Gaps;
import parley.desktop.local.Spans;
import parley.desktop.local.Store;
import parley.desktop.local.Stores;
import parley.protocol.Chat;

import java.util.List;
import java.util.Optional;

/// Reads back from disk what is known of each chat. The store that is asked for is the server's
/// present one; none where none was met yet.
record Shelf(Chats chats, Spans spans, Entries entries, Stores stores) {
    List<Conversation> all(@Nullable Store store) {
        return chats.all().stream().map(drafted -> load(store, drafted)).toList();
    }

    private Conversation load(@Nullable Store store, Chats.Drafted drafted) {
        Conversation conversation = load(store, drafted.chat());
        conversation.draft = drafted.draft();
        conversation.met = true;
        return conversation;
    }

    Conversation load(@Nullable Store store, Chat chat) {
        Conversation conversation = new Conversation(chat, new Gaps(List.of()));
        if (store != null) {
            conversation.gaps = spans.load(store, chat);
            Chats.Progress progress = chats.progress(store, chat);
            conversation.cursors = progress.cursors();
            conversation.floor = progress.floor();
            conversation.unread = entries.unread(store, chat, conversation.cursors.read());
        }
        conversation.last(newest(store, chat));
        return conversation;
    }

    /// The newest entry of a chat: what is not said yet, else the last that was said in whichever
    /// store.
    Optional<Entry> newest(@Nullable Store store, Chat chat) {
        List<Entry> unsaid = entries.unsaid(chat);
        if (!unsaid.isEmpty()) {
            return Optional.of(unsaid.getLast());
        }
        Optional<Store> in = Optional.ofNullable(store);
        while (in.isPresent()) {
            List<Entry> said = entries.page(in.get().ordinal(), chat, 0, Long.MAX_VALUE, 1);
            if (!said.isEmpty()) {
                return Optional.of(said.getFirst());
            }
            in = stores.before(in.get().ordinal());
        }
        return Optional.empty();
    }
}
