package parley.server.storage;

import java.util.ArrayList;
import java.util.List;

/// Under which ids something was said lately: a 64-bit hash of each, and where in the log its
/// message stands. A hash may mislead, so whoever finds one looks at the message. 16 bytes an
/// entry, half of the slots at most in use. On the writer.
final class SeenIds {
    private static final int LEAST = 1 << 10;

    private final long seed;
    private long[] hashes = new long[LEAST];
    private long[] positions = new long[LEAST];
    private int count;
    private long oldest;

    /// @param seed makes hashes unpredictable to who chooses ids
    SeenIds(long seed) {
        this.seed = seed;
    }

    /// Where messages stand that may have been said under this id: hardly ever more than one.
    List<Long> find(int sender, String id) {
        long hash = hash(sender, id);
        List<Long> found = List.of();
        for (int slot = slot(hash); positions[slot] != 0; slot = slot + 1 & hashes.length - 1) {
            if (hashes[slot] == hash && positions[slot] >= oldest) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(positions[slot]);
            }
        }
        return found;
    }

    /// Something was said under this id, and stands at this position.
    void add(int sender, String id, long pos) {
        if (2 * (count + 1) > hashes.length) {
            rebuild();
        }
        put(hash(sender, id), pos);
    }

    /// What stands before this position is too old to matter.
    void forgetBefore(long pos) {
        oldest = Math.max(oldest, pos);
    }

    /// Slots in use and free.
    int slots() {
        return hashes.length;
    }

    private void put(long hash, long pos) {
        int slot = slot(hash);
        while (positions[slot] != 0) {
            slot = slot + 1 & hashes.length - 1;
        }
        hashes[slot] = hash;
        positions[slot] = pos;
        count++;
    }

    private void rebuild() {
        long[] oldHashes = hashes;
        long[] oldPositions = positions;
        int living = 0;
        for (long pos : oldPositions) {
            living += pos >= oldest && pos != 0 ? 1 : 0;
        }
        int size = Math.max(LEAST, Integer.highestOneBit(living + 1) * 4);
        hashes = new long[size];
        positions = new long[size];
        count = 0;
        for (int i = 0; i < oldPositions.length; i++) {
            if (oldPositions[i] != 0 && oldPositions[i] >= oldest) {
                put(oldHashes[i], oldPositions[i]);
            }
        }
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> 32) & hashes.length - 1;
    }

    private long hash(int sender, String id) {
        long hash = mix(seed ^ sender);
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    /// The finalizer of MurmurHash3.
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
