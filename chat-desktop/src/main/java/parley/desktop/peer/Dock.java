package parley.desktop.peer;

import parley.desktop.peer.disk.DiskTrouble;

import java.io.IOException;

/// What the files of one chat share, as each of them sees it. On the strand only.
interface Dock {
    Strand strand();

    Disk disk();

    /// Tells the owner how a file stands.
    void tell(FileTransfer transfer);

    /// Says this on the line, where there is one.
    void say(PeerFrame frame);

    /// A file stands otherwise: another may go on in its place, or it has something to send.
    void moved();

    /// What the other side is told where the disk fails under a file.
    ///
    /// @param otherwise for what is an error of the disk itself
    static CancelReason reason(IOException trouble, CancelReason otherwise) {
        if (!(trouble instanceof DiskTrouble known)) {
            return otherwise;
        }
        return switch (known.kind()) {
            case NO_PLAIN_FILE -> CancelReason.UNREADABLE;
            case CHANGED -> CancelReason.CHANGED;
            case NO_ROOM -> CancelReason.NO_ROOM;
            case WRONG_CONTENT -> CancelReason.CONTENT;
        };
    }
}
