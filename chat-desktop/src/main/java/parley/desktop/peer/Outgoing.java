package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.protocol.UserName;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// What the owner has said to one person, until it is confirmed: in order, and again in order on
/// each new line. A bounded number is under way at once, the rest waits here, bounded too. On the
/// strand only.
final class Outgoing {
    private final UserName person;
    private final Consumer<PeerChange> tell;
    private final Deque<PeerMessage> waiting = new ArrayDeque<>();
    private final Map<String, PeerMessage> underWay = new LinkedHashMap<>();
    private final Set<String> delivered = new LinkedHashSet<>();
    private @Nullable Consumer<PeerFrame> line;
    private int characters;

    Outgoing(UserName person, Consumer<PeerChange> tell) {
        this.person = person;
        this.tell = tell;
    }

    /// Sends it now or as soon as there is a line; refuses it where too much waits already.
    void add(PeerMessage message) {
        if (waiting.size() >= PeerLimits.WAITING || characters > PeerLimits.WAITING_CHARACTERS) {
            moved(message.id(), MessageState.UNDELIVERED);
            return;
        }
        waiting.add(message);
        characters += message.text().length();
        moved(message.id(), MessageState.WAITING);
        pump();
    }

    /// There is a line.
    void joined(Consumer<PeerFrame> newLine) {
        broke();
        line = newLine;
        pump();
    }

    /// The line is no more; what it had not confirmed waits again, before everything else.
    void broke() {
        line = null;
        for (PeerMessage message : underWay.values().stream().toList().reversed()) {
            waiting.addFirst(message);
            characters += message.text().length();
        }
        underWay.keySet().forEach(id -> moved(id, MessageState.WAITING));
        underWay.clear();
    }

    private void pump() {
        while (line != null && underWay.size() < PeerLimits.UNDER_WAY && !waiting.isEmpty()) {
            PeerMessage next = waiting.remove();
            characters -= next.text().length();
            underWay.put(next.id(), next);
            line.accept(new PeerFrame.Message(next));
            moved(next.id(), MessageState.SENT);
        }
    }

    /// The other desktop has it.
    void delivered(String id) {
        if (underWay.remove(id) != null) {
            delivered.add(id);
            forgetOldest();
            moved(id, MessageState.DELIVERED);
            pump();
        }
    }

    private void forgetOldest() {
        if (delivered.size() > PeerLimits.UNREAD) {
            delivered.remove(delivered.iterator().next());
        }
    }

    /// The other side has looked at it, and at all before it.
    void read(String id) {
        delivered(id);
        if (!delivered.contains(id)) {
            return;
        }
        Iterator<String> ids = delivered.iterator();
        while (ids.hasNext()) {
            String next = ids.next();
            ids.remove();
            moved(next, MessageState.READ);
            if (next.equals(id)) {
                return;
            }
        }
    }

    /// The chat is over: what is not confirmed never will be.
    void giveUp() {
        broke();
        waiting.forEach(message -> moved(message.id(), MessageState.UNDELIVERED));
        waiting.clear();
        characters = 0;
        delivered.clear();
    }

    private void moved(String id, MessageState state) {
        tell.accept(new PeerChange.MessageMoved(person, id, state));
    }
}
