package parley.server.storage;

import java.util.Arrays;

/// Where in the log every 32nd message of one chat stands, so that a chat can be entered in its
/// middle. The writer adds; any thread may ask.
final class Places {
    static final int EVERY = 32;

    private long[] positions = new long[2];
    private int count;

    /// A message of the chat; they come in the order of `seq`.
    void add(long seq, long pos) {
        if (seq % EVERY == 0) {
            add(pos);
        }
    }

    /// The position of the next of every 32 messages.
    synchronized void add(long pos) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, 2 * count);
        }
        positions[count++] = pos;
    }

    /// The position of the marked message of this number, from 0.
    synchronized long at(long number) {
        return positions[Math.toIntExact(number)];
    }

    /// The position of the first marked message at or behind this one; 0 where none is yet.
    synchronized long atOrBehind(long seq) {
        long index = (Math.max(seq, 1) - 1) / EVERY;
        return index < count ? positions[(int) index] : 0;
    }
}
