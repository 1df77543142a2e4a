package parley.desktop.peer;

import parley.desktop.peer.disk.Chunk;
import parley.desktop.peer.disk.Source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The pieces of a file that goes out, read ahead as far as is worth while: a bounded number,
/// whatever its size, in arrays that serve again. On the strand only, but for the reading.
final class Pieces {
    private final String file;
    private final Source source;
    private final Disk.Lane lane;
    private final Consumer<IOException> failed;
    private final Runnable ready;
    private final Deque<PeerFrame.FileData> waiting = new ArrayDeque<>();
    private long at;
    private boolean reading;
    private boolean closed;
    private int run;

    /// @param failed hears why it can't be read
    /// @param ready is told when there are more
    Pieces(
            String file,
            Source source,
            Disk.Lane lane,
            Consumer<IOException> failed,
            Runnable ready) {
        this.file = file;
        this.source = source;
        this.lane = lane;
        this.failed = failed;
        this.ready = ready;
    }

    /// Begins at this byte. Pieces that are on a former line, or were for it, are not waited for.
    void from(long offset) {
        at = offset;
        run++;
        reading = false;
        waiting.clear();
    }

    /// Has more read, where there is room for more.
    void readAhead() {
        boolean room =
                waiting.size() + PeerLimits.FILE_PIECES_AT_ONCE <= PeerLimits.FILE_PIECES_AHEAD;
        if (closed || reading || !room || at >= source.size()) {
            return;
        }
        reading = true;
        long from = at;
        int mine = run;
        lane.ask(
                () -> read(from),
                pieces -> {
                    if (mine == run && !closed) {
                        take(pieces);
                    }
                },
                failed);
    }

    private void take(List<PeerFrame.FileData> pieces) {
        reading = false;
        waiting.addAll(pieces);
        pieces.forEach(piece -> at += piece.bytes().length());
        ready.run();
    }

    /// The next one.
    Optional<PeerFrame.FileData> take() {
        return Optional.ofNullable(waiting.poll());
    }

    /// Reads no more.
    void close() {
        closed = true;
        waiting.clear();
        lane.clear(source::close);
    }

    // ---- on the disk's threads

    private List<PeerFrame.FileData> read(long from) throws IOException {
        source.checkUnchanged();
        List<PeerFrame.FileData> pieces = new ArrayList<>(PeerLimits.FILE_PIECES_AT_ONCE);
        long offset = from;
        while (pieces.size() < PeerLimits.FILE_PIECES_AT_ONCE && offset < source.size()) {
            int length = (int) Math.min(PeerLimits.FILE_CHUNK, source.size() - offset);
            pieces.add(piece(offset, length));
            offset += length;
        }
        if (offset == source.size()) {
            source.checkUnchanged();
        }
        return pieces;
    }

    private PeerFrame.FileData piece(long offset, int length) throws IOException {
        Chunk bytes = Spare.OF_ALL.lend(length);
        source.read(offset, bytes.array(), bytes.from(), length);
        return new PeerFrame.FileData(file, offset, bytes);
    }
}
