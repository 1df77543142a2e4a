package parley.desktop.state;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import parley.desktop.local.KeptChat;
import parley.desktop.local.KeptWord;
import parley.desktop.peer.Ending;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerKeys;
import parley.desktop.peer.PeerMessage;
import parley.desktop.peer.PeerState;
import parley.desktop.peer.Trust;
import parley.protocol.UserName;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A private chat: how it stands and what was said. It outlives its sessions: who ends a chat and
/// begins anew reads on. It lives in memory only, unless its owner keeps it on this computer; then
/// whoever follows it writes down what is added from then on.
public final class PrivateChatState {
    private final UserName person;
    private final InstantSource clock;
    private final ObservableList<PrivateItem> items = FXCollections.observableArrayList();
    private final ObservableList<PrivateItem> shown =
            FXCollections.unmodifiableObservableList(items);
    private final ReadOnlyObjectWrapper<PeerState> state;
    private final ReadOnlyObjectWrapper<Instant> moved;
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper(this, "unread");
    private final StringProperty draft = new SimpleStringProperty(this, "draft", "");
    private final TypingState typing;
    private final ReadOnlyObjectWrapper<Optional<PeerKeys>> keys =
            new ReadOnlyObjectWrapper<>(this, "keys", Optional.empty());
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper(this, "kept");
    private final ReadOnlyBooleanWrapper keptThere = new ReadOnlyBooleanWrapper(this, "keptThere");
    private boolean open;

    PrivateChatState(UserName person, Timers timers, InstantSource clock) {
        this.person = person;
        this.clock = clock;
        this.typing = new TypingState(timers);
        this.state = new ReadOnlyObjectWrapper<>(this, "state", new PeerState.Inviting());
        this.moved = new ReadOnlyObjectWrapper<>(this, "moved", clock.instant());
    }

    /// As it was kept: over, and to be read.
    PrivateChatState(KeptChat before, Timers timers, InstantSource clock) {
        this(before.person(), timers, clock);
        items.add(new PrivateItem.Keeping(before.since(), PrivateItem.Keeper.OWNER, true));
        before.words().forEach(word -> items.add(item(word)));
        kept.set(true);
        state.set(new PeerState.Ended(new Ending.Before()));
        moved.set(
                before.words().isEmpty()
                        ? before.since()
                        : before.words().getLast().message().time());
    }

    private static PrivateItem item(KeptWord word) {
        return switch (word) {
            case KeptWord.Heard(var message) -> new PrivateItem.Heard(message);
            case KeptWord.Said(var message, var how) -> new PrivateItem.Said(message, how);
        };
    }

    public UserName person() {
        return person;
    }

    /// What was said, and when it began and ended.
    public ObservableList<PrivateItem> items() {
        return shown;
    }

    public ReadOnlyObjectProperty<PeerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public PeerState state() {
        return state.get();
    }

    /// The computers of this person that were met, and which of them is at the other end; nothing
    /// before the first has come.
    public ReadOnlyObjectProperty<Optional<PeerKeys>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    /// How far the computer at the other end is to be trusted.
    public Trust trust() {
        return keys.get().map(PeerKeys::trust).orElse(Trust.UNVERIFIED);
    }

    /// Whether the two desktops have found each other, and the chat is not over.
    public boolean isOpen() {
        return open;
    }

    /// When something happened here last.
    public ReadOnlyObjectProperty<Instant> movedProperty() {
        return moved.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// What is written and not sent.
    public StringProperty draftProperty() {
        return draft;
    }

    public ReadOnlyBooleanProperty typingProperty() {
        return typing.property();
    }

    /// Whether its owner keeps what is said on this computer.
    public ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// Whether the other side says that it keeps what is said.
    public ReadOnlyBooleanProperty keptThereProperty() {
        return keptThere.getReadOnlyProperty();
    }

    /// Its owner keeps what is said from now on.
    public void keep() {
        keeping(kept, PrivateItem.Keeper.OWNER, true);
    }

    /// Its owner keeps nothing of it any more.
    public void stopKeeping() {
        keeping(kept, PrivateItem.Keeper.OWNER, false);
    }

    void keptThere(boolean on) {
        keeping(keptThere, PrivateItem.Keeper.OTHER, on);
    }

    private void keeping(ReadOnlyBooleanWrapper who, PrivateItem.Keeper keeper, boolean on) {
        if (who.get() != on) {
            items.add(new PrivateItem.Keeping(clock.instant(), keeper, on));
            who.set(on);
        }
    }

    /// The owner has said something just now.
    public void said(PeerMessage message, MessageState how) {
        items.add(new PrivateItem.Said(message, how));
        moved.set(clock.instant());
    }

    /// The owner has looked at everything up to this message.
    public void seen(String id) {
        int left = 0;
        for (int i = items.size() - 1; i >= 0 && !isHeard(items.get(i), id); i--) {
            left += items.get(i) instanceof PrivateItem.Heard ? 1 : 0;
        }
        unread.set(Math.min(unread.get(), left));
    }

    /// One's own message of this id.
    public Optional<PeerMessage> message(String id) {
        return items.stream()
                .filter(item -> isSaid(item, id))
                .map(item -> ((PrivateItem.Said) item).message())
                .findFirst();
    }

    /// Forgets one's own message of this id.
    public void forget(String id) {
        items.removeIf(item -> isSaid(item, id));
    }

    /// Takes out what did not reach the other side and what is written, as one text; empty where
    /// there is none.
    public String takeUnsent() {
        List<PrivateItem.Said> unsent =
                items.stream()
                        .filter(PrivateItem.Said.class::isInstance)
                        .map(PrivateItem.Said.class::cast)
                        .filter(said -> said.state().isUnsent())
                        .toList();
        items.removeAll(unsent);
        Stream<String> texts = unsent.stream().map(said -> said.message().text());
        String text =
                Stream.concat(texts, Stream.of(draft.get()))
                        .filter(each -> !each.isBlank())
                        .collect(Collectors.joining("\n"));
        draft.set("");
        return text;
    }

    private static boolean isSaid(PrivateItem item, String id) {
        return item instanceof PrivateItem.Said(var message, _) && message.id().equals(id);
    }

    private static boolean isHeard(PrivateItem item, String id) {
        return item instanceof PrivateItem.Heard(var message) && message.id().equals(id);
    }

    void state(PeerState now) {
        if (now.isOpen() && !open) {
            open = true;
            items.add(new PrivateItem.Began(clock.instant()));
        }
        if (now instanceof PeerState.Ended) {
            if (open) {
                items.add(new PrivateItem.Over(clock.instant()));
            }
            open = false;
            keptThere.set(false);
            typing.over();
        }
        state.set(now);
        moved.set(clock.instant());
    }

    void keys(PeerKeys now) {
        keys.set(Optional.of(now));
    }

    void arrived(PeerMessage message) {
        items.add(new PrivateItem.Heard(message));
        typing.over();
        unread.set(unread.get() + 1);
        moved.set(clock.instant());
    }

    /// Looks from the end: what moves is nearly always among the last.
    void moved(String id, MessageState how) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof PrivateItem.Said(var message, _)
                    && message.id().equals(id)) {
                items.set(i, new PrivateItem.Said(message, how));
                return;
            }
        }
    }

    /// A file stands otherwise, or is new.
    void moved(FileTransfer now) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof PrivateItem.Shared(var transfer, var time)
                    && transfer.file().equals(now.file())) {
                items.set(i, new PrivateItem.Shared(now, time));
                return;
            }
        }
        items.add(new PrivateItem.Shared(now, clock.instant()));
        moved.set(clock.instant());
    }

    void typing() {
        typing.now();
    }

    /// Whether this would leave a chat that its owner did not want, in which nothing was said.
    boolean endsWithoutATrace(PeerState now) {
        boolean unwanted =
                now instanceof PeerState.Ended(Ending.DeclinedByMe())
                        || now instanceof PeerState.Ended(Ending.ByMe())
                        || (now instanceof PeerState.Ended(Ending.Cancelled())
                                && state.get() instanceof PeerState.Inviting);
        return unwanted && items.isEmpty() && draft.get().isEmpty();
    }
}
