package parley.server.conversation;

import org.jspecify.annotations.Nullable;

import parley.protocol.Event;
import parley.protocol.UserName;
import parley.server.delivery.Hearer;
import parley.server.delivery.Line;
import parley.server.delivery.Wakeups;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// What one user is to hear of their chats, and the session that hears it now.
///
/// Its lock makes one step of "a chat has grown" and "its reader is told, or was not there yet", so
/// that a session that joins finds each message either in the store or on its line, never twice and
/// never in neither. Any thread may use it; the lock is held for memory work only.
final class Mailbox {
    private final UserName owner;
    private final Receipts receipts;
    private final ConcurrentNavigableMap<UserName, Talk> talks = new ConcurrentSkipListMap<>();
    private @Nullable Attachment attached;

    private record Attachment(Hearer hearer, Backlog backlog) {}

    Mailbox(UserName owner, Receipts receipts) {
        this.owner = owner;
        this.receipts = receipts;
    }

    UserName owner() {
        return owner;
    }

    /// The chats with something in them, in the order of names.
    Collection<Talk> talks() {
        return talks.values();
    }

    Optional<Talk> talkWith(UserName other) {
        return Optional.ofNullable(talks.get(other));
    }

    void add(Talk talk) {
        talks.put(talk.chat().other(owner), talk);
    }

    /// From now on this session hears what is said; what was said before is its backlog.
    synchronized Backlog attach(Hearer hearer) {
        Backlog backlog = new Backlog();
        for (Talk talk : talks.values()) {
            Talk.Span missing = talk.undelivered(owner);
            if (!missing.isEmpty()) {
                backlog.add(talk, missing);
            }
        }
        attached = new Attachment(hearer, backlog);
        return backlog;
    }

    /// The session hears no more, where it is the one that did.
    synchronized void detach(Hearer hearer) {
        if (hears(hearer)) {
            attached = null;
        }
    }

    private boolean hears(Hearer hearer) {
        return attached != null && attached.hearer == hearer;
    }

    /// A message of the other member has become durable.
    synchronized void hear(Talk talk, Logged message, Wakeups wakeups) {
        talk.grew(message);
        Attachment now = attached;
        if (now != null && !now.backlog.holds(talk, message.seq())) {
            put(now.hearer, talk, message);
            wakeups.add(now.hearer);
        }
    }

    /// Puts a message on the session's line.
    void put(Hearer hearer, Talk talk, Logged message) {
        Line line = Line.of(new Event.Message(message.seenBy(owner)));
        if (hearer.acknowledges()) {
            hearer.put(line);
        } else {
            hearer.put(line, () -> written(talk, message.seq()));
        }
    }

    /// To a client that does not say what it has got, written is delivered.
    private void written(Talk talk, long seq) {
        if (talk.delivered(owner, seq)) {
            receipts.tell(talk.chat().other(owner), talk);
        }
    }

    /// The next stretch that this session lacks; nothing where it lacks none, or has been replaced.
    synchronized Optional<Backlog.Stretch> next(Hearer hearer) {
        return hears(hearer) && attached != null ? attached.backlog.next() : Optional.empty();
    }

    /// The session has got all up to here; a chat that has got to its end is heard live again.
    synchronized void reached(Hearer hearer, Talk talk, long seq) {
        if (hears(hearer) && attached != null) {
            attached.backlog.reached(talk, seq);
        }
    }
}
