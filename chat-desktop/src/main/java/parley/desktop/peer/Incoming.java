package parley.desktop.peer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What one person has said, as far as it must be known to tell repeats and to say what was read.
/// On the strand only.
final class Incoming {
    private final Set<String> seen = new LinkedHashSet<>();
    private final Deque<String> unread = new ArrayDeque<>();
    private Optional<String> lastRead = Optional.empty();

    /// Takes note of a message; false where it came before.
    boolean isNew(String id) {
        if (!seen.add(id)) {
            return false;
        }
        if (seen.size() > PeerLimits.IDS) {
            seen.remove(seen.iterator().next());
        }
        if (unread.size() == PeerLimits.UNREAD) {
            unread.remove();
        }
        unread.add(id);
        return true;
    }

    /// The owner has looked at everything up to this one; says so of each, in order.
    void read(String id, Consumer<PeerFrame> line) {
        if (!unread.contains(id)) {
            return;
        }
        String next;
        do {
            next = unread.remove();
            line.accept(new PeerFrame.Read(next));
        } while (!next.equals(id));
        lastRead = Optional.of(id);
    }

    /// There is a new line: what was read last may not have reached the other side.
    void joined(Consumer<PeerFrame> line) {
        lastRead.ifPresent(id -> line.accept(new PeerFrame.Read(id)));
    }
}
