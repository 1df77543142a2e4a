package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// What the owner is told of one file: each change of its state at once, how far it is with each
/// tick. On the strand only.
final class Ledger {
    private static final long SECOND = 1_000_000_000;

    private final String file;
    private final FileTransfer.Way way;
    private final String name;
    private final Strand strand;
    private final Consumer<FileTransfer> tell;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private @Nullable FileTransfer told;

    /// How far it was at a moment.
    private record Mark(long at, long done) {}

    Ledger(
            String file,
            FileTransfer.Way way,
            String name,
            Strand strand,
            Consumer<FileTransfer> tell) {
        this.file = file;
        this.way = way;
        this.name = name;
        this.strand = strand;
        this.tell = tell;
    }

    /// It stands so; told where that is news.
    void stands(FileState state, long size, long done) {
        FileTransfer before = told;
        if (before == null || !before.state().equals(state)) {
            marks.clear();
            say(state, size, done, 0);
        }
    }

    /// It stands so, and is this far; told where anything has changed.
    void tick(FileState state, long size, long done) {
        boolean moves = state instanceof FileState.Running || state instanceof FileState.Preparing;
        say(state, size, done, moves ? speed(done) : 0);
    }

    private void say(FileState state, long size, long done, long speed) {
        FileTransfer now = new FileTransfer(file, way, name, size, state, done, speed);
        if (!now.equals(told)) {
            told = now;
            tell.accept(now);
        }
    }

    private long speed(long done) {
        long now = strand.nanos();
        marks.add(new Mark(now, done));
        while (now - marks.getFirst().at > PeerLimits.FILE_SPEED_OVER.toNanos()) {
            marks.remove();
        }
        Mark first = marks.getFirst();
        long nanos = now - first.at;
        return nanos == 0 ? 0 : Math.max(0, (long) ((double) (done - first.done) * SECOND / nanos));
    }
}
