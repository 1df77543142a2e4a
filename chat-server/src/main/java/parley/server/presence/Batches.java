package parley.server.presence;

import parley.protocol.Event;
import parley.protocol.Event.Presence;
import parley.protocol.UserName;
import parley.server.block.Blocks;
import parley.server.delivery.Delivery;
import parley.wire.LineRoom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What those who hear of others in batches are still to hear: the last state of each who changed,
/// and for single hearers what a block or its end made them see.
///
/// Most hear the same, which is encoded once; only those who may not see all of it, or are to see
/// more, get a line of their own. Guarded by the lock of [Blocks#steadily].
final class Batches {
    /// Bytes of an entry beside its name.
    private static final int ENTRY = 80;

    private final Blocks blocks;
    private final Map<UserName, Long> hearers = new LinkedHashMap<>();
    private final Map<UserName, Change> changes = new LinkedHashMap<>();
    private final Map<UserName, Map<UserName, Change>> ownChanges = new HashMap<>();
    private long number;

    /// @param number changes are numbered in their order
    private record Change(Presence presence, long number) {}

    Batches(Blocks blocks) {
        this.blocks = blocks;
    }

    /// From now on this user hears in batches, of what comes after now.
    void join(UserName hearer) {
        leave(hearer);
        hearers.put(hearer, number);
    }

    /// This user hears no more.
    void leave(UserName hearer) {
        hearers.remove(hearer);
        ownChanges.remove(hearer);
    }

    /// Somebody changed, for all who may see them.
    void changed(Presence presence) {
        if (!hearers.isEmpty()) {
            changes.put(presence.user(), new Change(presence, ++number));
        }
    }

    /// Somebody changed for this hearer alone.
    void changedFor(UserName hearer, Presence presence) {
        if (hearers.containsKey(hearer)) {
            ownChanges
                    .computeIfAbsent(hearer, h -> new LinkedHashMap<>())
                    .put(presence.user(), new Change(presence, ++number));
        }
    }

    /// Says what has gathered, one line a hearer; what a line does not hold stays for the next.
    void flush(Delivery delivery) {
        List<Change> common = take(changes);
        Set<UserName> odd = odd(common);
        List<UserName> even = new ArrayList<>();
        for (UserName hearer : hearers.keySet()) {
            if (odd.contains(hearer)) {
                tellOwn(hearer, common, delivery);
            } else {
                even.add(hearer);
            }
        }
        if (!common.isEmpty()) {
            delivery.tellAll(even, batch(common));
        }
        ownChanges.values().removeIf(Map::isEmpty);
    }

    /// Those for whom the common line is not quite right.
    private Set<UserName> odd(List<Change> common) {
        Set<UserName> odd = new LinkedHashSet<>(ownChanges.keySet());
        long first = common.stream().mapToLong(Change::number).min().orElse(Long.MAX_VALUE);
        for (Change change : common) {
            odd.add(change.presence().user());
            odd.addAll(blocks.of(change.presence().user()));
        }
        hearers.forEach((hearer, joined) -> {
            if (joined >= first) {
                odd.add(hearer);
            }
        });
        return odd;
    }

    private void tellOwn(UserName hearer, List<Change> common, Delivery delivery) {
        Map<UserName, Change> own = ownChanges.computeIfAbsent(hearer, h -> new LinkedHashMap<>());
        long joined = hearers.getOrDefault(hearer, number);
        for (Change change : common) {
            UserName user = change.presence().user();
            if (change.number() > joined && !user.equals(hearer) && !blocks.hides(user, hearer)) {
                own.merge(user, change, (a, b) -> a.number() > b.number() ? a : b);
            }
        }
        List<Change> line = take(own);
        if (!line.isEmpty()) {
            delivery.tell(hearer, batch(line));
        }
    }

    /// Takes out, the oldest first, what fits into a line.
    private static List<Change> take(Map<UserName, Change> from) {
        LineRoom room = new LineRoom();
        List<Change> taken = new ArrayList<>();
        for (Change change : from.values()) {
            if (!room.take(ENTRY + LineRoom.of(change.presence().user().toString()))) {
                break;
            }
            taken.add(change);
        }
        taken.forEach(change -> from.remove(change.presence().user()));
        return taken;
    }

    private static Event batch(Collection<Change> changes) {
        return new Event.Presences(changes.stream().map(Change::presence).toList());
    }
}
