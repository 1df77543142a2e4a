package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.desktop.peer.FileState.By;
import parley.desktop.peer.disk.Chunk;
import parley.desktop.peer.disk.SafeName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A file of the other side's on its way here: offered, agreed to, acknowledged as it is written
/// down by its [Landing]. On the strand only.
final class IncomingFile implements Landing.Watcher {
    private final PeerFrame.FileOffer offer;
    private final Dock dock;
    private final Ledger ledger;
    private final Landing landing;
    private @Nullable FileState end;
    private @Nullable PeerFrame lastWords;
    private boolean offered;
    private boolean agreed;
    private boolean synced;
    private boolean flows;
    private boolean pausedByMe;
    private boolean pausedByOther;
    private long received;
    private long acked;
    private long ackedAt;

    IncomingFile(PeerFrame.FileOffer offer, Dock dock) {
        this.offer = offer;
        this.dock = dock;
        this.landing = new Landing(offer, dock, this);
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
        landing.begin(folder);
    }

    @Override
    public void begun() {
        update();
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
        if (end == null && !landing.isFinishing()) {
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
            landing.add(bytes);
        } else {
            bytes.release();
        }
        return true;
    }

    void cancelled(CancelReason reason) {
        if (end != null || landing.isFinishing()) {
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
                && landing.isBegun()
                && offered
                && !flows
                && !pausedByMe
                && !pausedByOther
                && !isComplete()
                && (synced || landing.written() == received);
    }

    /// Whether it takes a place among those that move.
    boolean flows() {
        return end == null && flows && !pausedByOther && !isComplete();
    }

    /// Lets it go on: on a new line from what is on the disk, else from where it stopped.
    void flow() {
        flows = true;
        synced = true;
        acked = Math.max(acked, landing.written());
        dock.say(new PeerFrame.FileAccept(offer.file(), acked));
        update();
        landing.goOn();
    }

    private boolean isComplete() {
        return received == offer.size() && (synced || received > 0);
    }

    // ---- the disk

    @Override
    public void wrote() {
        acknowledge();
        if (!synced || isComplete()) {
            update();
        }
    }

    private void acknowledge() {
        long now = dock.strand().nanos();
        long written = landing.written();
        boolean quick = now - ackedAt < PeerLimits.FILE_LOAD_TIME.toNanos();
        long due = quick ? PeerLimits.FILE_QUICK_ACK : PeerLimits.FILE_ACK;
        if (synced && written - acked >= due) {
            acked = written;
            ackedAt = now;
            dock.say(new PeerFrame.FileAck(offer.file(), written));
        }
    }

    @Override
    public void finishing() {
        update();
    }

    @Override
    public void landed(Path path) {
        end(new FileState.Done(path), new PeerFrame.FileDone(offer.file()));
    }

    @Override
    public void failed(IOException trouble) {
        CancelReason reason = Dock.reason(trouble, CancelReason.UNWRITABLE);
        end(reason.shown(), new PeerFrame.FileCancel(offer.file(), reason));
    }

    // ---- the end

    private void end(FileState how, PeerFrame words) {
        lastWords = words;
        dock.say(words);
        over(how);
    }

    /// The chat is over; what is all there may still get its name.
    void giveUp() {
        if (end == null && !landing.isFinishing()) {
            over(new FileState.Failed(FileFailure.BROKE_OFF));
        }
    }

    private void over(FileState how) {
        end = how;
        landing.end();
        update();
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
        ledger.stands(state(), offer.size(), landing.written());
        dock.moved();
    }

    /// Tells how far it is.
    ///
    /// @return whether it moves
    boolean tick() {
        FileState state = state();
        ledger.tick(state, offer.size(), landing.written());
        return state instanceof FileState.Running;
    }
}
