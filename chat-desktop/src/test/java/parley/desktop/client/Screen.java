package parley.desktop.client;

import org.jspecify.annotations.Nullable;

import parley.desktop.local.ChatSummary;
import parley.desktop.local.Entry;
import parley.desktop.local.Person;
import parley.desktop.net.LinkState;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What a window would show: hears all changes and keeps what follows from them, as a screen does.
public final class Screen {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Change> changes = new ArrayList<>();
    private final Map<Long, Entry> entries = new HashMap<>();
    private final Map<Chat, ChatSummary> chats = new HashMap<>();
    private final Map<UserName, Person> people = new HashMap<>();
    private @Nullable UserName me;
    private LinkState link = new LinkState.SignedOut();

    public synchronized void hear(Change change) {
        changes.add(change);
        switch (change) {
            case Change.Link(LinkState state) -> link = state;
            case Change.Opened(var server, var snapshot) -> {
                entries.clear();
                chats.clear();
                people.clear();
                me = snapshot.me();
                snapshot.people().forEach(person -> people.put(person.user(), person));
                snapshot.chats().forEach(chat -> chats.put(chat.chat(), chat));
            }
            case Change.Kept kept -> {}
            case Change.Closed() -> me = null;
            case Change.People(var all) -> {
                people.clear();
                all.forEach(person -> people.put(person.user(), person));
            }
            case Change.PersonChanged(Person person) -> people.put(person.user(), person);
            case Change.Said(Entry entry) -> entries.put(entry.key(), entry);
            case Change.Discarded(Chat chat, long key) -> entries.remove(key);
            case Change.HistoryLoaded(Chat chat, var page, boolean more) ->
                    page.forEach(entry -> entries.put(entry.key(), entry));
            case Change.ChatMoved(ChatSummary chat) -> chats.put(chat.chat(), chat);
            case Change.OwnStatus status -> {}
            case Change.BroadcastReached reached -> {}
            case Change.HistoryUnreachable unreachable -> {}
            case Change.Typing typing -> {}
            case Change.CaughtUp caughtUp -> {}
            case Change.Private event -> {}
            case Change.NotKept notKept -> {}
            case Change.DiskTrouble trouble -> {}
            case Change.Moved moved -> {}
        }
        notifyAll();
    }

    public synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    public synchronized LinkState link() {
        return link;
    }

    public synchronized Optional<UserName> me() {
        return Optional.ofNullable(me);
    }

    public synchronized Optional<Person> person(String name) {
        return Optional.ofNullable(people.get(UserName.of(name)));
    }

    public synchronized Optional<ChatSummary> chat(Chat chat) {
        return Optional.ofNullable(chats.get(chat));
    }

    /// What is shown of a chat, in order.
    public synchronized List<Entry> shown(Chat chat) {
        return entries.values().stream()
                .filter(entry -> entry.chat().equals(chat))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    public List<String> texts(Chat chat) {
        return shown(chat).stream().map(Entry::text).toList();
    }

    /// Waits until something is so.
    public void sees(String what, Supplier<Boolean> condition) {
        await(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
    }

    /// Waits for a change that is so, from the beginning on.
    public Change hears(Predicate<Change> wanted) {
        return await("a change", () -> changes().stream().filter(wanted).findFirst());
    }

    public <T extends Change> T hears(Class<T> kind) {
        return kind.cast(hears(kind::isInstance));
    }

    public void stands(Class<? extends LinkState> state) {
        sees("the link " + state.getSimpleName(), () -> state.isInstance(link()));
    }

    private synchronized <T> T await(String what, Supplier<Optional<T>> finding) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = finding.get();
        while (found.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("never seen: " + what + "; link " + link);
            }
            try {
                wait(left);
            } catch (InterruptedException hurried) {
                throw new AssertionError(hurried);
            }
            found = finding.get();
        }
        return found.get();
    }
}
