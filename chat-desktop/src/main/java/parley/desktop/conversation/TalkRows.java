package parley.desktop.conversation;

import javafx.collections.ListChangeListener;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;

import parley.desktop.client.Change.BroadcastReached;
import parley.desktop.conversation.SendState.Reason;
import parley.desktop.conversation.SendState.Step;
import parley.desktop.local.ChatSummary.Cursors;
import parley.desktop.local.Entry;
import parley.desktop.local.Entry.State.Failed;
import parley.desktop.local.Entry.State.Said;
import parley.desktop.local.Entry.State.Waiting;
import parley.desktop.state.ChatState;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.util.List;
import java.util.Optional;

/// Keeps a model's rows in step with a chat's entries, one for one, and their ticks with its
/// cursors.
final class TalkRows {
    private final ChatState chat;
    private final UserName me;
    private final ObservableList<MessageRow> rows;

    TalkRows(ChatState chat, UserName me, ObservableList<MessageRow> rows) {
        this.chat = chat;
        this.me = me;
        this.rows = rows;
        rows.setAll(rows(chat.entries()));
        chat.entries().addListener((ListChangeListener<Entry>) this::follow);
        chat.cursorsProperty().addListener((_, was, now) -> tick(was, now));
        chat.reached()
                .addListener(
                        (MapChangeListener<Long, BroadcastReached>)
                                change -> redraw(change.getKey()));
    }

    /// The entry that a row stands for.
    Optional<Entry> entry(String key) {
        return chat.entries().reversed().stream()
                .filter(entry -> key(entry).equals(key))
                .findFirst();
    }

    /// The first entry of others' behind the read position.
    Optional<Entry> firstUnread() {
        long read = chat.cursorsProperty().get().read();
        return chat.entries().stream()
                .filter(entry -> !entry.from().equals(me))
                .filter(entry -> isPresent(entry, read))
                .findFirst();
    }

    static String key(Entry entry) {
        return Long.toString(entry.key());
    }

    /// Whether it lies behind a position of the server's present store.
    boolean isPresent(Entry entry, long position) {
        return entry.state() instanceof Said(int store, long seq, _)
                && store == chat.cursorsProperty().get().store()
                && seq > position;
    }

    private void follow(Change<? extends Entry> change) {
        while (change.next()) {
            if (change.wasReplaced() && change.getRemovedSize() == change.getAddedSize()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    rows.set(i, row(chat.entries().get(i)));
                }
            } else {
                rows.remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
                rows.addAll(change.getFrom(), rows(change.getAddedSubList()));
            }
        }
    }

    /// Draws anew what the cursors have passed, from the end upwards.
    private void tick(Cursors was, Cursors now) {
        long from = Math.min(was.theirRead(), now.theirRead());
        for (int i = rows.size() - 1; i >= 0; i--) {
            Entry entry = chat.entries().get(i);
            if (entry.state() instanceof Said(_, long seq, _) && seq <= from) {
                return;
            }
            set(i, row(entry));
        }
    }

    private void redraw(long key) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (chat.entries().get(i).key() == key) {
                set(i, row(chat.entries().get(i)));
                return;
            }
        }
    }

    private void set(int at, MessageRow row) {
        if (!rows.get(at).equals(row)) {
            rows.set(at, row);
        }
    }

    private List<MessageRow> rows(List<? extends Entry> entries) {
        return entries.stream().map(this::row).toList();
    }

    private MessageRow row(Entry entry) {
        return entry.from().equals(me)
                ? new MessageRow.Own(key(entry), entry.text(), entry.time(), sendState(entry))
                : new MessageRow.Heard(
                        key(entry), entry.from().toString(), entry.text(), entry.time());
    }

    private SendState sendState(Entry entry) {
        return switch (entry.state()) {
            case Waiting() -> Step.WAITING;
            case Failed(var why) -> new SendState.Failed(reason(why));
            case Said said ->
                    chat.chat() instanceof Chat.Everyone ? reach(entry) : step(entry, said);
        };
    }

    private SendState reach(Entry entry) {
        BroadcastReached reached = chat.reached().get(entry.key());
        return reached == null
                ? Step.SENT
                : new SendState.Broadcast(reached.recipients(), reached.withheld());
    }

    private Step step(Entry entry, Said said) {
        Cursors cursors = chat.cursorsProperty().get();
        boolean present = isPresent(entry, 0);
        if (!present || said.seq() > cursors.theirDelivered()) {
            return Step.SENT;
        }
        return said.seq() <= cursors.theirRead() ? Step.READ : Step.DELIVERED;
    }

    private static Reason reason(Entry.Failure why) {
        return switch (why) {
            case BLOCKED -> Reason.BLOCKED;
            case UNKNOWN_USER -> Reason.NO_SUCH_PERSON;
            case TOO_LONG -> Reason.TOO_LONG;
            case EMPTY, SELF, REFUSED -> Reason.REFUSED;
        };
    }
}
