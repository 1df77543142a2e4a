package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.desktop.peer.FileState.By;
import parley.desktop.peer.disk.DiskTrouble;
import parley.desktop.peer.disk.SafeName;
import parley.desktop.peer.disk.Source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file of the owner's on its way to the other side: read for its checksum, offered, sent from
/// where the other side says, offered again on each new line. On the strand only.
final class OutgoingFile {
    private final String file;
    private final String name;
    private final Dock dock;
    private final Ledger ledger;
    private final Disk.Lane lane;
    private final Path path;
    private @Nullable Known known;
    private @Nullable Pieces pieces;
    private @Nullable FileState end;
    private @Nullable PeerFrame lastWords;
    private volatile long prepared;
    private volatile boolean unwanted;
    private boolean line;
    private boolean agreed;
    private boolean invited;
    private boolean doubted;
    private boolean pausedByMe;
    private boolean pausedByOther;
    private long next;
    private long acked;

    /// What must be known of it before it is offered.
    private record Known(Source source, String sha256) {}

    OutgoingFile(String file, Path path, Dock dock) {
        Path last = path.getFileName();
        this.file = file;
        this.path = path;
        this.name = SafeName.of(last == null ? "" : last.toString());
        this.dock = dock;
        this.lane = dock.disk().lane();
        this.ledger = new Ledger(file, FileTransfer.Way.OUT, name, dock.strand(), dock::tell);
    }

    // ---- before it goes

    /// Reads it for its checksum.
    ///
    /// @param hashing the lane of all that the chat prepares, so that it is one file at a time
    void prepare(Disk.Lane hashing) {
        update();
        hashing.ask(this::readAll, this::prepared, this::failed);
    }

    private Known readAll() throws IOException {
        try (Source found = Source.of(path)) {
            return new Known(found, found.checksum(far -> prepared = far, () -> unwanted));
        }
    }

    private void prepared(Known found) {
        if (end == null) {
            known = found;
            pieces = new Pieces(file, found.source(), lane, this::failed, dock::moved);
            offer();
            update();
        }
    }

    /// Too many are there already.
    void refuse() {
        over(new FileState.Failed(FileFailure.TOO_MANY));
    }

    private void offer() {
        Known found = known;
        if (line && found != null) {
            dock.say(new PeerFrame.FileOffer(file, name, size(), found.sha256()));
        }
    }

    /// There is a line that it may go on; where it did already, it goes on.
    void joined() {
        line = true;
        if (end == null && !pausedByMe && !invited) {
            offer();
        }
        update();
    }

    /// It may not go on this line, for now.
    void hold() {
        line = false;
        update();
    }

    /// The line is no more.
    void broke() {
        line = false;
        invited = false;
        pausedByOther = false;
        update();
    }

    // ---- what the other side says

    /// It may come from here on; on a line where it came already, from where it stopped. False
    /// where that breaks the rules.
    boolean accepted(long offset) {
        Pieces ready = pieces;
        if (end != null) {
            return true;
        }
        if (ready == null || (invited ? !within(offset) : offset > size())) {
            return false;
        }
        if (!invited) {
            next = offset;
            ready.from(offset);
        }
        acked = offset;
        agreed = true;
        invited = true;
        pausedByOther = false;
        update();
        return true;
    }

    /// Everything before this has been written. False where that can't be.
    boolean acknowledged(long offset) {
        if (end != null) {
            return true;
        }
        if (!invited || !within(offset)) {
            return false;
        }
        acked = offset;
        update();
        return true;
    }

    /// Whether an acknowledgement of this moves it on by as much as one is due for.
    boolean isDue(long offset) {
        return end == null && offset - acked >= PeerLimits.FILE_ACK;
    }

    private boolean within(long offset) {
        return offset >= acked && offset <= next;
    }

    /// All of it has arrived, perhaps on the line before. False where that can't be.
    boolean done() {
        if (end == null && (!agreed || next < size())) {
            return false;
        }
        if (end == null) {
            acked = size();
            over(new FileState.Done(path));
        }
        return true;
    }

    void declined() {
        if (end == null) {
            over(agreed ? new FileState.Cancelled(By.OTHER) : new FileState.Declined());
        }
    }

    void cancelled(CancelReason reason) {
        if (end != null) {
            return;
        }
        switch (reason) {
            case PAUSED -> {
                pausedByOther = agreed;
                update();
            }
            case CONTENT -> doubt();
            case CANCELLED, UNREADABLE, CHANGED, NO_ROOM, UNWRITABLE -> over(reason.shown());
        }
    }

    /// What arrived is not what was announced: perhaps because it has become another file since.
    private void doubt() {
        Known before = known;
        if (before != null && !doubted) {
            doubted = true;
            update();
            lane.ask(
                    () -> before.source().checksum(far -> prepared = far, () -> unwanted),
                    now -> judged(now.equals(before.sha256())),
                    changed -> judged(false));
        }
    }

    private void judged(boolean same) {
        if (end == null) {
            over((same ? CancelReason.CONTENT : CancelReason.CHANGED).shown());
        }
    }

    // ---- what the owner wants

    void pause() {
        if (agreed && end == null && !pausedByMe) {
            pausedByMe = true;
            dock.say(new PeerFrame.FileCancel(file, CancelReason.PAUSED));
            update();
        }
    }

    void resume() {
        if (pausedByMe && end == null) {
            pausedByMe = false;
            offer();
            update();
        }
    }

    void cancel() {
        end(new FileState.Cancelled(By.ME), CancelReason.CANCELLED);
    }

    private void failed(IOException trouble) {
        CancelReason reason = Dock.reason(trouble, CancelReason.UNREADABLE);
        boolean odd =
                trouble instanceof DiskTrouble known
                        && known.kind() == DiskTrouble.Kind.NO_PLAIN_FILE;
        end(odd ? new FileState.Failed(FileFailure.NO_PLAIN_FILE) : reason.shown(), reason);
    }

    private void end(FileState how, CancelReason reason) {
        if (end == null) {
            if (known != null) {
                lastWords = new PeerFrame.FileCancel(file, reason);
                dock.say(lastWords);
            }
            over(how);
        }
    }

    /// The chat is over.
    void giveUp() {
        if (end == null) {
            over(new FileState.Failed(FileFailure.BROKE_OFF));
        }
    }

    private void over(FileState how) {
        end = how;
        unwanted = true;
        if (pieces != null) {
            pieces.close();
        }
        update();
    }

    // ---- sending

    /// Whether it moves as far as both sides want.
    boolean moves() {
        return end == null
                && line
                && invited
                && !doubted
                && !pausedByMe
                && !pausedByOther
                && next < size();
    }

    /// Has more of it read, where it is among those that go at once.
    void readAhead() {
        if (pieces != null) {
            pieces.readAhead();
        }
    }

    /// The next pieces of it, so many at most, as far as any may go now.
    List<PeerFrame.FileData> pieces(int most) {
        Pieces ready = pieces;
        List<PeerFrame.FileData> load = new ArrayList<>(most);
        while (ready != null && load.size() < most && moves() && hasRoom()) {
            Optional<PeerFrame.FileData> piece = ready.take();
            if (piece.isEmpty()) {
                break;
            }
            next += piece.get().bytes().length();
            load.add(piece.get());
        }
        return load;
    }

    private boolean hasRoom() {
        return next - acked <= PeerLimits.FILE_WINDOW - PeerLimits.FILE_CHUNK;
    }

    private long size() {
        return known == null ? 0 : known.source().size();
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
        if (known == null) {
            return new FileState.Preparing();
        }
        if (doubted) {
            return new FileState.Checking();
        }
        if (!agreed) {
            return new FileState.Offered();
        }
        if (pausedByMe || pausedByOther) {
            return new FileState.Paused(pausedByMe ? By.ME : By.OTHER);
        }
        if (!invited || !line) {
            return new FileState.Waiting();
        }
        return acked == size() ? new FileState.Checking() : new FileState.Running();
    }

    private void update() {
        ledger.stands(state(), size(), far());
        dock.moved();
    }

    /// Tells how far it is.
    ///
    /// @return whether it moves
    boolean tick() {
        FileState state = state();
        ledger.tick(state, size(), far());
        return state instanceof FileState.Running || state instanceof FileState.Preparing;
    }

    private long far() {
        return known == null ? prepared : acked;
    }
}
