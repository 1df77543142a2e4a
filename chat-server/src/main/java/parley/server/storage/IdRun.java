package parley.server.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// The ids of 16,384 messages that follow each other in the log, by their hashes: a quarter of a
/// MiB, however many have one. A hash may mislead, so whoever finds one looks at the message. On
/// the writer.
final class IdRun {
    static final int LENGTH = 16_384;

    /// A run is kept in so many parts, by the first bits of the hashes.
    static final int PARTS = 64;

    private static final int PART_BITS = Integer.numberOfTrailingZeros(PARTS);
    private static final int ENTRY = Integer.BYTES + Short.BYTES;
    private static final int SLOTS = 2 * LENGTH;

    /// What is done with an id that is kept.
    @FunctionalInterface
    interface EntryReader {
        /// @param rest the last 32 bits of its hash
        /// @param place of its message in the run, from 0
        void read(int rest, int place);
    }

    private final long number;
    private final long[] hashes = new long[LENGTH];
    private final short[] slots = new short[SLOTS];
    private int ids;
    private long time;

    /// @param number 0 for the first run, which has the positions 1 to 16,384
    IdRun(long number) {
        this.number = number;
    }

    /// The run that the message at this position belongs to.
    static long of(long pos) {
        return (pos - 1) / LENGTH;
    }

    long number() {
        return number;
    }

    long first() {
        return firstOf(number);
    }

    static long firstOf(long number) {
        return number * LENGTH + 1;
    }

    long last() {
        return first() + LENGTH - 1;
    }

    /// How many of its messages have an id.
    int ids() {
        return ids;
    }

    /// When its newest message arrived, in milliseconds since 1970.
    long time() {
        return time;
    }

    /// A message of this run; they come in the order of positions.
    ///
    /// @param hash of its id; 0 where it has none
    void add(long pos, long arrived, long hash) {
        time = arrived;
        if (hash == 0) {
            return;
        }
        int place = (int) (pos - first());
        int slot = slot(hash);
        while (slots[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        slots[slot] = (short) (place + 1);
        hashes[place] = hash;
        ids++;
    }

    /// Tells where messages stand whose ids have this hash.
    void find(long hash, LongConsumer found) {
        for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & SLOTS - 1) {
            int place = slots[slot] - 1;
            if (hashes[place] == hash) {
                found.accept(first() + place);
            }
        }
    }

    /// The marks of all its ids.
    void each(LongConsumer each) {
        for (long hash : hashes) {
            if (hash != 0) {
                each.accept(mark(hash));
            }
        }
    }

    private static int slot(long hash) {
        return (int) hash & SLOTS - 1;
    }

    /// What is kept of a hash: the part that it belongs to, and its last 32 bits.
    static long mark(long hash) {
        return mark(part(hash), (int) hash);
    }

    /// The mark of an id that is kept.
    static long mark(int part, int rest) {
        return (long) part << Integer.SIZE | Integer.toUnsignedLong(rest);
    }

    /// The part that a hash belongs to.
    static int part(long hash) {
        return (int) (hash >>> Long.SIZE - PART_BITS);
    }

    /// The run as it is kept, in its parts.
    List<byte[]> parts() {
        int[] counts = new int[PARTS];
        for (long hash : hashes) {
            counts[part(hash)] += hash == 0 ? 0 : 1;
        }
        List<ByteBuffer> parts =
                Arrays.stream(counts).mapToObj(n -> ByteBuffer.allocate(n * ENTRY)).toList();
        for (int place = 0; place < LENGTH; place++) {
            long hash = hashes[place];
            if (hash != 0) {
                parts.get(part(hash)).putInt((int) hash).putShort((short) place);
            }
        }
        return parts.stream().map(ByteBuffer::array).toList();
    }

    /// How many ids there are in a part as it is kept; -1 where it is cut.
    static int idsIn(byte[] part) {
        return part.length % ENTRY == 0 ? part.length / ENTRY : -1;
    }

    /// Reads a part as it is kept.
    static void read(byte[] part, EntryReader each) {
        ByteBuffer bytes = ByteBuffer.wrap(part);
        while (bytes.remaining() >= ENTRY) {
            each.read(bytes.getInt(), bytes.getShort());
        }
    }
}
