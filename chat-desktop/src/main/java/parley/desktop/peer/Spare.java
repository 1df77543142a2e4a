package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/// Arrays that have served and serve again: the last one first, which the processor has still at
/// hand. Any thread.
final class Spare {
    private final Deque<byte[]> arrays = new ArrayDeque<>();
    private final int most;

    /// @param most how many are kept; what comes back beyond that is garbage
    Spare(int most) {
        this.most = most;
    }

    /// One of just this length.
    byte[] lend(int length) {
        byte[] last = last();
        return last != null && last.length == length ? last : new byte[length];
    }

    /// Keeps none of them.
    synchronized void clear() {
        arrays.clear();
    }

    private synchronized byte @Nullable [] last() {
        return arrays.poll();
    }

    /// Nobody looks at it any more.
    synchronized void takeBack(byte[] array) {
        if (arrays.size() < most) {
            arrays.push(array);
        }
    }
}
