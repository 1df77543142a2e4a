package parley.desktop.peer.disk;

import java.io.IOException;

/// What can come between a file and a disk, but for errors of the disk itself.
public final class DiskTrouble extends IOException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /// What it is.
    public enum Kind {
        /// A folder, a pipe, a device.
        NO_PLAIN_FILE,
        /// Another size, time or content than when it was offered.
        CHANGED,
        NO_ROOM,
        /// Not what its checksum says.
        WRONG_CONTENT
    }

    DiskTrouble(Kind kind, String what) {
        super(what);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
