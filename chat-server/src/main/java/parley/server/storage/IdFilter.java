package parley.server.storage;

/// A Bloom filter over the ids of 128 runs of messages that are on disk, 4 MiB: with it, nearly
/// every new id is known to be new without a look at the disk. It holds for certain what was added;
/// of the rest about one in a thousand when it is full, which is 16 bits an id and 6 probes. On the
/// writer.
final class IdFilter {
    static final int RUNS = 128;

    private static final int BITS = 16 * RUNS * IdRun.LENGTH;
    private static final int PROBES = 6;

    private final long[] words = new long[BITS / Long.SIZE];

    /// @param mark what is kept of an id's hash
    void add(long mark) {
        long mixed = IdHash.mix(mark);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(mixed, probe);
            words[bit >>> 6] |= 1L << bit;
        }
    }

    boolean mayHold(long mark) {
        long mixed = IdHash.mix(mark);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(mixed, probe);
            if ((words[bit >>> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /// Two halves of one hash give all probes (Kirsch and Mitzenmacher, 2006).
    private static int bit(long mixed, int probe) {
        return (int) mixed + probe * ((int) (mixed >>> Integer.SIZE) | 1) & BITS - 1;
    }
}
