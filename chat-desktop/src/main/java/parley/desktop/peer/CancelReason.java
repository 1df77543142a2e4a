package parley.desktop.peer;

import parley.protocol.WireName;

/// Why nothing more of a file is said, by its name on the wire.
enum CancelReason implements WireName {
    /// For now only.
    PAUSED("paused"),
    /// Its owner does not want to any more; so is every reason that is not known here.
    CANCELLED("cancelled"),
    UNREADABLE("unreadable"),
    CHANGED("changed"),
    NO_ROOM("no-room"),
    UNWRITABLE("unwritable"),
    CONTENT("content");

    private final String wire;

    CancelReason(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    static CancelReason of(String name) {
        for (CancelReason reason : values()) {
            if (reason.wire.equals(name)) {
                return reason;
            }
        }
        return CANCELLED;
    }

    /// How it is told where the other side has said so.
    FileState shown() {
        return switch (this) {
            case PAUSED -> new FileState.Paused(FileState.By.OTHER);
            case CANCELLED -> new FileState.Cancelled(FileState.By.OTHER);
            case UNREADABLE -> new FileState.Failed(FileFailure.CANNOT_READ);
            case CHANGED -> new FileState.Failed(FileFailure.CHANGED_ON_DISK);
            case NO_ROOM -> new FileState.Failed(FileFailure.NO_ROOM);
            case UNWRITABLE -> new FileState.Failed(FileFailure.CANNOT_WRITE);
            case CONTENT -> new FileState.Failed(FileFailure.WRONG_CONTENT);
        };
    }
}
