package parley.desktop.state;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import parley.desktop.client.Change;
import parley.desktop.local.KeptChat;
import parley.desktop.local.Person;
import parley.desktop.net.LinkState;
import parley.protocol.Chat;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All that one desktop's screens show. [EventApplier] changes it; screens read, and write nothing
/// but what their owner chooses: the place shown, drafts.
public final class ClientState {
    private final Timers timers;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Owner>> owner =
            new ReadOnlyObjectWrapper<>(this, "owner", Optional.empty());
    private final ReadOnlyObjectWrapper<LinkState> link =
            new ReadOnlyObjectWrapper<>(this, "link", new LinkState.SignedOut());
    private final ReadOnlyObjectWrapper<Status> ownStatus =
            new ReadOnlyObjectWrapper<>(this, "ownStatus", Status.ONLINE);
    private final ReadOnlyStringWrapper diskTrouble = new ReadOnlyStringWrapper(this, "disk", "");
    private final ObjectProperty<Place> shown =
            new SimpleObjectProperty<>(this, "shown", new Place.Nowhere());
    private final Map<UserName, PersonState> people = new TreeMap<>();
    private final Map<Chat, ChatState> chats = new TreeMap<>();
    private final ObservableList<PrivateChatState> privateChats =
            FXCollections.observableArrayList();
    private final ObservableList<PrivateChatState> shownPrivateChats =
            FXCollections.unmodifiableObservableList(privateChats);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper(this, "unread");
    private final ReadOnlyLongWrapper roster = new ReadOnlyLongWrapper(this, "roster");
    private boolean rosterMoved;

    /// A state in which nobody is signed in.
    public ClientState(Timers timers, InstantSource clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /// Whose window it is; nothing before anybody has signed in.
    public ReadOnlyObjectProperty<Optional<Owner>> ownerProperty() {
        return owner.getReadOnlyProperty();
    }

    public Optional<Owner> owner() {
        return owner.get();
    }

    /// How the line to the server stands.
    public ReadOnlyObjectProperty<LinkState> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /// One's own status, as others see it.
    public ReadOnlyObjectProperty<Status> ownStatusProperty() {
        return ownStatus.getReadOnlyProperty();
    }

    /// What is wrong with this computer's disk, in a sentence; empty where nothing is.
    public ReadOnlyStringProperty diskTroubleProperty() {
        return diskTrouble.getReadOnlyProperty();
    }

    /// What the middle of the window shows.
    public ObjectProperty<Place> shownProperty() {
        return shown;
    }

    /// Moves with each frame in which somebody came, went or changed, or a private chat began or
    /// was closed.
    public ReadOnlyLongProperty rosterProperty() {
        return roster.getReadOnlyProperty();
    }

    /// Everybody but the owner, by name.
    public Collection<PersonState> people() {
        return Collections.unmodifiableCollection(people.values());
    }

    public Optional<PersonState> person(UserName user) {
        return Optional.ofNullable(people.get(user));
    }

    /// The chats that something is known of, `*` first, then by name.
    public Collection<ChatState> chats() {
        return Collections.unmodifiableCollection(chats.values());
    }

    /// This chat; a new one knows nothing yet.
    public ChatState chat(Chat chat) {
        return chats.computeIfAbsent(chat, this::newChat);
    }

    /// The private chats, in the order in which they began.
    public ObservableList<PrivateChatState> privateChats() {
        return shownPrivateChats;
    }

    public Optional<PrivateChatState> privateChat(UserName person) {
        return privateChats.stream().filter(each -> each.person().equals(person)).findFirst();
    }

    /// The private chat with somebody, begun here where there is none.
    public PrivateChatState beginPrivate(UserName person) {
        return privateChat(person).orElseGet(() -> newPrivate(person));
    }

    /// Forgets a private chat and all that was said in it. Who looks at it sees the ordinary one.
    public void forgetPrivate(UserName person) {
        privateChat(person)
                .ifPresent(chat -> {
                    privateChats.remove(chat);
                    unread.set(unread.get() - chat.unreadProperty().get());
                    rosterMoved = true;
                    settle();
                    if (shown.get().equals(new Place.Privately(person))) {
                        shown.set(new Place.Talk(Chat.with(person)));
                    }
                });
    }

    /// The sum of all unread messages.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    void link(LinkState now) {
        link.set(now);
        if (now instanceof LinkState.Online) {
            diskTrouble.set("");
        }
    }

    /// The same owner's window keeps its place, its drafts and its private chats; what was said is
    /// read anew.
    void opened(Change.Opened opened) {
        Owner now = new Owner(opened.server(), opened.snapshot().me());
        boolean same = owner.get().filter(now::equals).isPresent();
        if (owner.get().isPresent() && !same) {
            closed();
        }
        people(opened.snapshot().people());
        chats.values().forEach(ChatState::unload);
        opened.snapshot().chats().forEach(summary -> chat(summary.chat()).summary(summary));
        if (!same) {
            opened.snapshot()
                    .chats()
                    .forEach(each -> chat(each.chat()).draftProperty().set(each.draft()));
        }
        owner.set(Optional.of(now));
    }

    /// The chats that are kept on this computer. One that is here already stays as it is.
    void kept(List<KeptChat> chats) {
        chats.stream()
                .filter(chat -> privateChat(chat.person()).isEmpty())
                .forEach(chat -> add(new PrivateChatState(chat, timers, clock)));
    }

    void closed() {
        shown.set(new Place.Nowhere());
        owner.set(Optional.empty());
        people.clear();
        chats.clear();
        privateChats.clear();
        unread.set(0);
        ownStatus.set(Status.ONLINE);
        diskTrouble.set("");
        rosterMoved = true;
    }

    void ownStatus(Status status) {
        ownStatus.set(status);
    }

    void diskTrouble(String sentence) {
        diskTrouble.set(sentence);
    }

    void people(List<Person> everybody) {
        people.keySet().retainAll(everybody.stream().map(Person::user).toList());
        everybody.forEach(this::person);
        rosterMoved = true;
    }

    void person(Person now) {
        PersonState known = people.get(now.user());
        if (known == null) {
            people.put(now.user(), new PersonState(now));
        } else {
            known.set(now);
        }
        rosterMoved = true;
    }

    /// Tells of the roster once a frame.
    void settle() {
        if (rosterMoved) {
            rosterMoved = false;
            roster.set(roster.get() + 1);
        }
    }

    private ChatState newChat(Chat chat) {
        ChatState fresh = new ChatState(chat, timers);
        fresh.unreadProperty().addListener((_, was, now) -> count(was.intValue(), now.intValue()));
        rosterMoved = true;
        return fresh;
    }

    private PrivateChatState newPrivate(UserName person) {
        return add(new PrivateChatState(person, timers, clock));
    }

    private PrivateChatState add(PrivateChatState fresh) {
        fresh.unreadProperty().addListener((_, was, now) -> count(was.intValue(), now.intValue()));
        privateChats.add(fresh);
        rosterMoved = true;
        settle();
        return fresh;
    }

    private void count(int was, int now) {
        unread.set(unread.get() + now - was);
    }
}
