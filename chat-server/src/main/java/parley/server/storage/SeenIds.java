package parley.server.storage;

import java.util.ArrayList;
import java.util.List;

/// Under which ids something was said lately: a 64-bit hash of each, and where in the log its
/// message stands. A hash may mislead, so whoever finds one looks at the message. 16 bytes a slot,
/// three quarters of the slots at most in use. On the writer.
final class SeenIds {
    private static final int LEAST = 1 << 10;

    private final long key;
    private long[] table = new long[2 * LEAST];
    private int count;
    private long oldest;

    /// @param key makes hashes unpredictable to who chooses ids
    SeenIds(long key) {
        this.key = key;
    }

    /// Where messages stand that may have been said under this id: hardly ever more than one.
    List<Long> find(int sender, String id) {
        long hash = hash(sender, id);
        List<Long> found = List.of();
        for (int at = slot(hash); table[at + 1] != 0; at = next(at)) {
            if (table[at] == hash && table[at + 1] >= oldest) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(table[at + 1]);
            }
        }
        return found;
    }

    /// Something was said under an id of this hash, and stands at this position.
    void add(long hash, long pos) {
        makeRoom(1);
        put(hash, pos);
    }

    /// Makes room for so many more.
    void makeRoom(int more) {
        if (4L * (count + more) > 3L * slots()) {
            rebuild(more);
        }
    }

    /// What stands before this position is too old to matter.
    void forgetBefore(long pos) {
        oldest = Math.max(oldest, pos);
    }

    /// Slots in use and free.
    int slots() {
        return table.length / 2;
    }

    private void put(long hash, long pos) {
        int at = slot(hash);
        while (table[at + 1] != 0) {
            at = next(at);
        }
        table[at] = hash;
        table[at + 1] = pos;
        count++;
    }

    private void rebuild(int more) {
        long[] old = table;
        int living = 0;
        for (int at = 1; at < old.length; at += 2) {
            living += isAlive(old[at]) ? 1 : 0;
        }
        int slots = LEAST;
        while (2L * slots < 3L * (living + more)) {
            slots *= 2;
        }
        table = new long[2 * slots];
        count = 0;
        for (int at = 0; at < old.length; at += 2) {
            if (isAlive(old[at + 1])) {
                put(old[at], old[at + 1]);
            }
        }
    }

    private boolean isAlive(long pos) {
        return pos != 0 && pos >= oldest;
    }

    private int slot(long hash) {
        return 2 * ((int) (hash ^ hash >>> 32) & slots() - 1);
    }

    private int next(int at) {
        return at + 2 & table.length - 1;
    }

    /// The hash of who said something under which id; never 0.
    long hash(int sender, String id) {
        long hash = mix(key ^ sender);
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        long mixed = mix(hash);
        return mixed == 0 ? 1 : mixed;
    }

    /// The finalizer of MurmurHash3.
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
