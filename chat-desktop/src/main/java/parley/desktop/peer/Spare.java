package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.desktop.peer.disk.Chunk;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

/// Arrays of pieces that have served and serve again: the last one first, which the processor has
/// still at hand. None is kept from Java's collector, which takes those that nobody uses when it
/// goes through the old ones; so files one after the other find the arrays of those before them,
/// and a desktop that has none any more holds nothing for them. Any thread.
final class Spare {
    /// Those of the whole program.
    static final Spare OF_ALL = new Spare(PeerLimits.FILE_SPARE);

    private final Deque<Reference<byte[]>> arrays = new ArrayDeque<>();
    private final int most;

    /// @param most how many are remembered; what comes back beyond that is garbage
    Spare(int most) {
        this.most = most;
    }

    /// Room for so many bytes, at most [PeerLimits#FILE_CHUNK], and for their line in front of
    /// them.
    Chunk lend(int length) {
        byte[] before = last();
        byte[] array =
                before == null
                        ? new byte[PeerLimits.FILE_LINE_ROOM + PeerLimits.FILE_CHUNK]
                        : before;
        return new Chunk(array, PeerLimits.FILE_LINE_ROOM, length, this::takeBack);
    }

    private synchronized byte @Nullable [] last() {
        byte[] found = null;
        while (found == null && !arrays.isEmpty()) {
            found = arrays.pop().get();
        }
        return found;
    }

    /// Nobody looks at it any more.
    private synchronized void takeBack(byte[] array) {
        if (arrays.size() < most) {
            arrays.push(new WeakReference<>(array));
        }
    }
}
