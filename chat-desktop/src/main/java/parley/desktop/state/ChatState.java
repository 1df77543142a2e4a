package parley.desktop.state;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import parley.desktop.client.Change;
import parley.desktop.local.ChatSummary;
import parley.desktop.local.ChatSummary.Cursors;
import parley.desktop.local.Entry;
import parley.protocol.Chat;

import java.util.List;
import java.util.Optional;

/// A chat through the server: what was said, as far as it has been loaded, and how far everybody
/// has got.
///
/// Entries are kept from the moment somebody wants to see them; a chat that nobody has opened knows
/// its newest one only.
public final class ChatState {
    private final Chat chat;
    private final Entries entries = new Entries();
    private final ReadOnlyObjectWrapper<Optional<Entry>> last =
            new ReadOnlyObjectWrapper<>(this, "last", Optional.empty());
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper(this, "unread");
    private final ReadOnlyObjectWrapper<Cursors> cursors =
            new ReadOnlyObjectWrapper<>(this, "cursors", Cursors.NONE);
    private final StringProperty draft = new SimpleStringProperty(this, "draft", "");
    private final ObjectProperty<Older> older =
            new SimpleObjectProperty<>(this, "older", Older.UNKNOWN);
    private final ObservableMap<Long, Change.BroadcastReached> reached =
            FXCollections.observableHashMap();
    private final ObservableMap<Long, Change.BroadcastReached> shownReached =
            FXCollections.unmodifiableObservableMap(reached);
    private final TypingState typing;

    ChatState(Chat chat, Timers timers) {
        this.chat = chat;
        this.typing = new TypingState(timers);
    }

    public Chat chat() {
        return chat;
    }

    /// What was said, oldest first, without holes but for what was withheld in `*`.
    public ObservableList<Entry> entries() {
        return entries.shown();
    }

    /// The newest entry, also where none is loaded.
    public ReadOnlyObjectProperty<Optional<Entry>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    public Optional<Entry> last() {
        return last.get();
    }

    /// How many of others' entries are unread.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Cursors> cursorsProperty() {
        return cursors.getReadOnlyProperty();
    }

    /// What is written and not sent. The composer writes it; somebody else keeps it on disk.
    public StringProperty draftProperty() {
        return draft;
    }

    /// What is known of what was said before the first entry. Whoever asks for it sets
    /// [Older#LOADING].
    public ObjectProperty<Older> olderProperty() {
        return older;
    }

    /// How many each of one's broadcasts of this session went to, by the entry's key.
    public ObservableMap<Long, Change.BroadcastReached> reached() {
        return shownReached;
    }

    /// Whether the other is writing just now.
    public ReadOnlyBooleanProperty typingProperty() {
        return typing.property();
    }

    /// Whether its entries have been asked for.
    public boolean isLoaded() {
        return older.get() != Older.UNKNOWN;
    }

    void summary(ChatSummary now) {
        last.set(now.last());
        cursors.set(now.cursors());
        unread.set(now.unread());
    }

    /// What was loaded is void; whoever shows it loads it again.
    void unload() {
        entries.clear();
        older.set(Older.UNKNOWN);
    }

    void said(Entry entry) {
        if (isLoaded()) {
            entries.merge(List.of(entry));
        }
        if (chat instanceof Chat.With(var user) && entry.from().equals(user)) {
            typing.over();
        }
    }

    /// What could not be sent stands where it was written, above what was written since.
    void giveBack(String text) {
        draft.set(draft.get().isBlank() ? text : text + "\n" + draft.get());
    }

    void loaded(List<Entry> page, boolean more) {
        entries.merge(page);
        older.set(more ? Older.MORE : Older.NONE);
    }

    void unreachable() {
        older.set(Older.UNREACHABLE);
    }

    void discarded(long key) {
        entries.remove(key);
    }

    void reached(Change.BroadcastReached how) {
        reached.put(how.key(), how);
    }

    void typing() {
        typing.now();
    }
}
