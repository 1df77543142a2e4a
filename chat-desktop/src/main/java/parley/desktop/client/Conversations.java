package parley.desktop.client;

import org.jspecify.annotations.Nullable;

import parley.desktop.local.Accounts.Account;
import parley.desktop.local.ChatSummary;
import parley.desktop.local.ChatSummary.Cursors;
import parley.desktop.local.Chats;
import parley.desktop.local.Database;
import parley.desktop.local.Entries;
import parley.desktop.local.Entry;
import parley.desktop.local.Gaps.Range;
import parley.desktop.local.Spans;
import parley.desktop.local.Store;
import parley.desktop.local.Stores;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All chats of an open window: keeps what is said, counts what is unread, and tells both. Lives on
/// the loop.
final class Conversations {
    private final Context context;
    private final UserName me;
    private final Chats chats;
    private final Spans spans;
    private final Entries entries;
    private final Stores stores;
    private final Shelf shelf;
    private final Map<Chat, Conversation> open = new HashMap<>();
    private final Set<Conversation> moved = new LinkedHashSet<>();
    private @Nullable Store store;

    Conversations(Context context, Database database, Account account) {
        this.context = context;
        this.me = account.me();
        this.chats = new Chats(database, account);
        this.spans = new Spans(database);
        this.entries = new Entries(database, account);
        this.stores = new Stores(database, account);
        this.shelf = new Shelf(chats, spans, entries, stores);
        this.store = stores.present().orElse(null);
        loadAll();
    }

    private void loadAll() {
        open.clear();
        shelf.all(store).forEach(conversation -> open.put(conversation.chat, conversation));
    }

    /// The server's store is this one.
    ///
    /// @return whether it is another than before: then all cursors begin anew
    boolean enter(String log) {
        Store before = store;
        store = stores.enter(log);
        boolean another = before != null && before.id() != present().id();
        if (another || before == null) {
            loadAll();
        }
        return another;
    }

    Store present() {
        Store present = store;
        if (present == null) {
            throw new IllegalStateException("no store was met yet");
        }
        return present;
    }

    boolean hasStore() {
        return store != null;
    }

    List<ChatSummary> summaries() {
        List<ChatSummary> summaries = new ArrayList<>();
        open.values().forEach(conversation -> summaries.add(conversation.summary()));
        return summaries;
    }

    /// A chat in which something happens: the disk knows of it from now on.
    Conversation of(Chat chat) {
        Conversation conversation = look(chat);
        if (!conversation.met) {
            chats.meet(chat);
            conversation.met = true;
        }
        return conversation;
    }

    /// A chat that is only looked at; nothing is written for that, so that it works on a full disk.
    Conversation look(Chat chat) {
        return open.computeIfAbsent(chat, unknown -> shelf.load(store, unknown));
    }

    Entries entries() {
        return entries;
    }

    Stores stores() {
        return stores;
    }

    /// Keeps what was said just now.
    void hear(ChatMessage said) {
        Conversation conversation = of(said.chat());
        entries.keep(present(), said)
                .ifPresent(entry -> {
                    met(conversation, entry);
                    context.tell(new Change.Said(entry));
                });
        had(conversation, new Range(said.seq(), said.seq()));
        moved(conversation);
    }

    /// Keeps a page of history, from its end on, so that each finds its era by the next; the screen
    /// hears only of what it has been given the surroundings of.
    void keepPage(Chat chat, List<ChatMessage> page, Range covered) {
        Conversation conversation = of(chat);
        for (ChatMessage said : page.reversed()) {
            entries.keep(present(), said)
                    .ifPresent(entry -> {
                        met(conversation, entry);
                        if (conversation.shows(entry)) {
                            context.tell(new Change.Said(entry));
                        }
                    });
        }
        had(conversation, covered);
        moved(conversation);
    }

    private void met(Conversation conversation, Entry entry) {
        conversation.met(entry);
        boolean unread =
                !entry.from().equals(me)
                        && entry.state() instanceof Entry.State.Said(int in, long seq, int era)
                        && seq > conversation.cursors.read()
                        && !(era < in && wasRead(entry.chat(), seq, era));
        if (unread) {
            conversation.unread++;
        }
    }

    private boolean wasRead(Chat chat, long seq, int era) {
        boolean was =
                stores.before(era + 1)
                        .map(older -> chats.progress(older, chat).cursors().read() >= seq)
                        .orElse(false);
        return was && read(chat, seq);
    }

    private void had(Conversation conversation, Range range) {
        spans.keep(present(), conversation.chat, conversation.gaps.add(range));
    }

    /// Tells once how the chat stands after a turn, however often it has moved in it.
    private void moved(Conversation conversation) {
        if (moved.add(conversation)) {
            context.loop().leave(this::tellMoved);
        }
    }

    private void tellMoved() {
        List<Conversation> told = List.copyOf(moved);
        moved.clear();
        told.forEach(conversation ->
                context.listener().accept(new Change.ChatMoved(conversation.summary())));
    }

    /// Keeps what shall be said.
    Entry write(String id, Chat chat, String text) {
        Conversation conversation = of(chat);
        Entry entry = entries.waits(id, chat, text, context.now());
        return changed(conversation, entry);
    }

    /// What waited is said.
    void arrived(String id, long seq, Instant time) {
        entries.unsaid(id)
                .ifPresent(waited -> {
                    Conversation conversation = of(waited.chat());
                    Entry said = entries.arrived(waited, present(), seq, time);
                    had(conversation, new Range(seq, seq));
                    changed(conversation, said);
                });
    }

    /// What waited was refused.
    void failed(String id, Entry.Failure why) {
        entries.unsaid(id)
                .ifPresent(waited -> changed(of(waited.chat()), entries.failed(waited, why)));
    }

    /// What was refused waits again.
    Entry waitsAgain(Entry failed) {
        return changed(of(failed.chat()), entries.waitsAgain(failed, context.now()));
    }

    private Entry changed(Conversation conversation, Entry entry) {
        conversation.met(entry);
        context.tell(new Change.Said(entry));
        moved(conversation);
        return entry;
    }

    void discard(Entry entry) {
        Conversation conversation = of(entry.chat());
        entries.discard(entry);
        conversation.last(shelf.newest(store, entry.chat()));
        context.tell(new Change.Discarded(entry.chat(), entry.key()));
        moved(conversation);
    }

    void draft(Chat chat, String text) {
        Conversation conversation = of(chat);
        conversation.draft = text;
        chats.draft(chat, text);
    }

    /// Moves the own cursor forward.
    ///
    /// @return whether it has moved
    boolean read(Chat chat, long seq) {
        Conversation conversation = of(chat);
        Cursors now = conversation.cursors;
        if (seq <= now.read() || store == null) {
            return false;
        }
        cursors(conversation, new Cursors(now.store(), seq, now.theirDelivered(), now.theirRead()));
        conversation.unread = entries.unread(present(), chat, seq);
        moved(conversation);
        return true;
    }

    /// Moves the other's cursors forward.
    void theirs(Chat chat, long delivered, long read) {
        Conversation conversation = of(chat);
        Cursors now = conversation.cursors;
        Cursors next =
                new Cursors(
                        now.store(),
                        now.read(),
                        Math.max(Math.max(delivered, read), now.theirDelivered()),
                        Math.max(read, now.theirRead()));
        if (!next.equals(now)) {
            cursors(conversation, next);
            moved(conversation);
        }
    }

    private void cursors(Conversation conversation, Cursors cursors) {
        conversation.cursors = cursors;
        keepProgress(conversation);
    }

    /// From here on all of the chat is wanted.
    void floor(Conversation conversation, long floor) {
        conversation.floor = floor;
        keepProgress(conversation);
    }

    private void keepProgress(Conversation conversation) {
        chats.progress(
                present(),
                conversation.chat,
                new Chats.Progress(conversation.cursors, conversation.floor));
    }
}
