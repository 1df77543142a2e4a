package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.desktop.peer.disk.Chunk;
import parley.desktop.peer.disk.PartFile;
import parley.desktop.peer.disk.SafeName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a file that comes is written down, beside all else: its pieces as they come, in their
/// order, at last its name. On the strand only.
final class Landing {
    private final PeerFrame.FileOffer offer;
    private final Strand strand;
    private final Disk.Lane lane;
    private final Disk.Lane flushing;
    private final Watcher watcher;
    private final List<Chunk> unwritten = new ArrayList<>();
    private @Nullable PartFile part;
    private boolean over;
    private boolean due;
    private boolean writing;
    private boolean finishing;
    private boolean isFlushing;
    private long written;
    private long flushed;

    /// Who waits for it. Hears nothing once it is over.
    interface Watcher {
        /// There is a file to write to.
        void begun();

        /// More of it is written.
        void wrote();

        /// All of it is written; it is compared now, and gets its name.
        void finishing();

        /// It lies there.
        void landed(Path path);

        /// The disk has failed, or what came is not what was announced.
        void failed(IOException trouble);
    }

    Landing(PeerFrame.FileOffer offer, Dock dock, Watcher watcher) {
        this.offer = offer;
        this.strand = dock.strand();
        this.lane = dock.disk().lane();
        this.flushing = dock.disk().lane();
        this.watcher = watcher;
    }

    /// Begins it in this folder.
    void begin(Path folder) {
        lane.ask(
                () -> PartFile.begin(folder, SafeName.of(offer.name()), offer.size()),
                this::begun,
                this::failed);
    }

    private void begun(PartFile file) {
        part = file;
        if (over) {
            discard();
        } else {
            watcher.begun();
        }
    }

    /// Whether there is a file to write to.
    boolean isBegun() {
        return part != null;
    }

    /// Whether it is on its way to its name, which nobody can stop any more.
    boolean isFinishing() {
        return finishing;
    }

    /// Bytes that are written.
    long written() {
        return written;
    }

    /// The next piece, written with what comes in the same step.
    void add(Chunk bytes) {
        unwritten.add(bytes);
        if (!due) {
            due = true;
            strand.execute(this::goOn);
        }
    }

    /// Writes what waits, and finishes it where that was all.
    void goOn() {
        due = false;
        PartFile file = part;
        if (writing || file == null || over) {
            return;
        }
        if (!unwritten.isEmpty()) {
            write(file);
        } else if (written == offer.size()) {
            finish(file);
        }
    }

    private void write(PartFile file) {
        List<Chunk> now = List.copyOf(unwritten);
        unwritten.clear();
        writing = true;
        lane.ask(
                () -> {
                    file.append(now);
                    return now;
                },
                this::wrote,
                this::failed);
    }

    private void wrote(List<Chunk> chunks) {
        writing = false;
        for (Chunk chunk : chunks) {
            written += chunk.length();
            chunk.release();
        }
        if (!over) {
            watcher.wrote();
            flush();
            goOn();
        }
    }

    /// Beside the writing: a disk is slower than what comes over a fast line. Where it fails, the
    /// file has failed: a system tells of it once only.
    private void flush() {
        PartFile file = part;
        if (file != null && !isFlushing && written - flushed >= PeerLimits.FILE_FLUSH) {
            isFlushing = true;
            flushed = written;
            flushing.ask(
                    () -> {
                        file.flush();
                        return file;
                    },
                    done -> isFlushing = false,
                    this::failed);
        }
    }

    private void finish(PartFile file) {
        writing = true;
        finishing = true;
        watcher.finishing();
        lane.ask(() -> file.finish(offer.sha256()), this::landed, this::failed);
    }

    private void landed(Path path) {
        part = null;
        if (!over) {
            watcher.landed(path);
        }
    }

    private void failed(IOException trouble) {
        if (!over) {
            watcher.failed(trouble);
        }
    }

    /// Nothing more of it: what does not lie there yet is removed.
    void end() {
        over = true;
        unwritten.clear();
        discard();
    }

    private void discard() {
        PartFile file = part;
        part = null;
        if (file != null) {
            lane.clear(file::discard);
        }
    }
}
