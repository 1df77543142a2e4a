package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.desktop.peer.FileState.By;
import parley.desktop.peer.disk.Chunk;
import parley.desktop.peer.disk.PartFile;
import parley.desktop.peer.disk.SafeName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file of the other side's on its way here: offered, agreed to, written as it comes, compared,
/// and given its name. On the strand only.
final class IncomingFile {
    private final PeerFrame.FileOffer offer;
    private final Dock dock;
    private final Ledger ledger;
    private final Disk.Lane lane;
    private final Disk.Lane flushing;
    private final List<Chunk> unwritten = new ArrayList<>();
    private @Nullable PartFile part;
    private @Nullable FileState end;
    private @Nullable PeerFrame lastWords;
    private boolean offered;
    private boolean agreed;
    private boolean synced;
    private boolean flows;
    private boolean due;
    private boolean writing;
    private boolean finishing;
    private boolean pausedByMe;
    private boolean pausedByOther;
    private boolean isFlushing;
    private long received;
    private long written;
    private long flushed;
    private long acked;
    private long ackedAt;

    IncomingFile(PeerFrame.FileOffer offer, Dock dock) {
        this.offer = offer;
        this.dock = dock;
        this.lane = dock.disk().lane();
        this.flushing = dock.disk().lane();
        this.ledger =
                new Ledger(
                        offer.file(),
                        FileTransfer.Way.IN,
                        SafeName.of(offer.name()),
                        dock.strand(),
                        dock::tell);
        this.offered = true;
        update();
    }

    // ---- what the owner wants

    /// Yes, into this folder.
    void accept(Path folder) {
        if (agreed || end != null) {
            return;
        }
        agreed = true;
        update();
        lane.ask(
                () -> PartFile.begin(folder, SafeName.of(offer.name()), offer.size()),
                this::begun,
                this::failed);
    }

    private void begun(PartFile file) {
        part = file;
        if (end == null) {
            update();
        } else {
            discard();
        }
    }

    void decline() {
        if (!agreed && end == null) {
            end(new FileState.Declined(), new PeerFrame.FileDecline(offer.file()));
        }
    }

    void pause() {
        if (agreed && end == null && !pausedByMe && !isComplete()) {
            pausedByMe = true;
            flows = false;
            sayPaused();
            update();
        }
    }

    private void sayPaused() {
        dock.say(new PeerFrame.FileCancel(offer.file(), CancelReason.PAUSED));
    }

    void resume() {
        if (pausedByMe && end == null) {
            pausedByMe = false;
            update();
        }
    }

    /// Not any more, where it is about to get its name.
    void cancel() {
        if (end == null && !finishing) {
            end(
                    new FileState.Cancelled(By.ME),
                    new PeerFrame.FileCancel(offer.file(), CancelReason.CANCELLED));
        }
    }

    // ---- what the other side says

    /// It is there to be fetched, as on every new line. False where it is another file.
    boolean offeredAgain(PeerFrame.FileOffer again) {
        if (again.size() != offer.size() || !again.sha256().equals(offer.sha256())) {
            return false;
        }
        if (end == null) {
            offered = true;
            pausedByOther = false;
            flows = false;
            if (pausedByMe) {
                sayPaused();
            }
            update();
        } else if (lastWords != null) {
            dock.say(lastWords);
        }
        return true;
    }

    /// A piece of it. False where nobody has asked for it. What comes of a file that has just ended
    /// here is dropped.
    boolean came(long offset, Chunk bytes) {
        long behind = offset + bytes.length();
        boolean right =
                synced
                        && offset == received
                        && behind <= offer.size()
                        && behind - acked <= PeerLimits.FILE_WINDOW;
        if (!right) {
            return false;
        }
        received = behind;
        if (end == null) {
            pausedByOther = false;
            unwritten.add(bytes);
            writeSoon();
        } else {
            bytes.release();
        }
        return true;
    }

    void cancelled(CancelReason reason) {
        if (end != null || finishing) {
            return;
        }
        if (reason == CancelReason.PAUSED) {
            pausedByOther = agreed;
            update();
        } else {
            over(reason.shown());
        }
    }

    // ---- the line

    /// The line is no more; what has come on it counts.
    void broke() {
        offered = false;
        synced = false;
        flows = false;
        update();
    }

    /// Whether it would like to go on.
    boolean wantsToFlow() {
        return end == null
                && part != null
                && offered
                && !flows
                && !pausedByMe
                && !pausedByOther
                && !isComplete()
                && (synced || written == received);
    }

    /// Whether it takes a place among those that move.
    boolean flows() {
        return end == null && flows && !pausedByOther && !isComplete();
    }

    /// Lets it go on: on a new line from what is on the disk, else from where it stopped.
    void flow() {
        flows = true;
        synced = true;
        acked = Math.max(acked, written);
        dock.say(new PeerFrame.FileAccept(offer.file(), acked));
        update();
        write();
    }

    private boolean isComplete() {
        return received == offer.size() && (synced || received > 0);
    }

    // ---- the disk

    /// With what comes in the same step.
    private void writeSoon() {
        if (!due) {
            due = true;
            dock.strand().execute(this::write);
        }
    }

    private void write() {
        due = false;
        PartFile file = part;
        if (writing || file == null || end != null) {
            return;
        }
        if (unwritten.isEmpty()) {
            finishWhereComplete(file);
            return;
        }
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
        if (end == null) {
            acknowledge();
            flush();
            if (!synced || isComplete()) {
                update();
            }
            write();
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

    private void acknowledge() {
        long now = dock.strand().nanos();
        boolean quick = now - ackedAt < PeerLimits.FILE_LOAD_TIME.toNanos();
        if (synced
                && written - acked >= (quick ? PeerLimits.FILE_QUICK_ACK : PeerLimits.FILE_ACK)) {
            acked = written;
            ackedAt = now;
            dock.say(new PeerFrame.FileAck(offer.file(), written));
        }
    }

    private void finishWhereComplete(PartFile file) {
        if (written == offer.size()) {
            writing = true;
            finishing = true;
            update();
            lane.ask(() -> file.finish(offer.sha256()), this::finished, this::failed);
        }
    }

    private void finished(Path path) {
        part = null;
        if (end == null) {
            end(new FileState.Done(path), new PeerFrame.FileDone(offer.file()));
        }
    }

    private void failed(IOException trouble) {
        if (end == null) {
            CancelReason reason = Dock.reason(trouble, CancelReason.UNWRITABLE);
            end(reason.shown(), new PeerFrame.FileCancel(offer.file(), reason));
        }
    }

    // ---- the end

    private void end(FileState how, PeerFrame words) {
        lastWords = words;
        dock.say(words);
        over(how);
    }

    /// The chat is over; what is all there may still get its name.
    void giveUp() {
        if (end == null && !finishing) {
            over(new FileState.Failed(FileFailure.BROKE_OFF));
        }
    }

    private void over(FileState how) {
        end = how;
        unwritten.clear();
        discard();
        update();
    }

    private void discard() {
        PartFile file = part;
        part = null;
        if (file != null) {
            lane.clear(file::discard);
        }
    }

    // ---- how it stands

    boolean isOver() {
        return end != null;
    }

    /// What the other side may have missed.
    Optional<PeerFrame> lastWords() {
        return Optional.ofNullable(lastWords);
    }

    private FileState state() {
        if (end != null) {
            return end;
        }
        if (!agreed) {
            return new FileState.Offered();
        }
        if (isComplete()) {
            return new FileState.Checking();
        }
        if (pausedByMe || pausedByOther) {
            return new FileState.Paused(pausedByMe ? By.ME : By.OTHER);
        }
        return flows ? new FileState.Running() : new FileState.Waiting();
    }

    private void update() {
        ledger.stands(state(), offer.size(), written);
        dock.moved();
    }

    /// Tells how far it is.
    ///
    /// @return whether it moves
    boolean tick() {
        FileState state = state();
        ledger.tick(state, offer.size(), written);
        return state instanceof FileState.Running;
    }
}
