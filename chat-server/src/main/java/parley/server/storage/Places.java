package parley.server.storage;

import java.util.Arrays;
import java.util.OptionalLong;

/// Where in the log every 32nd message of one chat stands, so that a chat can be entered in its
/// middle: those that are not in the table of places yet. The writer adds and drops; any thread may
/// ask.
final class Places {
    static final int EVERY = 32;

    private static final long[] NONE = {};

    private long first;
    private long[] positions = NONE;
    private int count;

    /// The number, from 0, of the first marked message at or behind this one.
    static long number(long seq) {
        return (Math.max(seq, 1) - 1) / EVERY;
    }

    /// How many of so many messages are marked.
    static long marked(long messages) {
        return messages / EVERY;
    }

    /// A message of the chat; they come in the order of `seq`.
    synchronized void add(long seq, long pos) {
        if (seq % EVERY != 0) {
            return;
        }
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, Math.max(2, 2 * count));
        }
        positions[count++] = pos;
    }

    /// So many of the chat's places are in the table, durably, and need not be here.
    synchronized void saved(long number) {
        int gone = Math.toIntExact(Math.min(number - first, count));
        positions = gone == count ? NONE : Arrays.copyOfRange(positions, gone, count);
        count -= gone;
        first = number;
    }

    /// The position of the marked message of this number: 0 where it is none yet, and nothing where
    /// the table has it.
    synchronized OptionalLong at(long number) {
        if (number < first) {
            return OptionalLong.empty();
        }
        long index = number - first;
        return OptionalLong.of(index < count ? positions[(int) index] : 0);
    }
}
