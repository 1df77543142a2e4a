package parley.desktop.peer;

/// Why a file did not get over. Each happens on one of the two sides only, whichever shows it.
public enum FileFailure {
    /// What was offered is a folder, a pipe or a device; said by the sender's desktop alone.
    NO_PLAIN_FILE,
    /// The sender's desktop can't read it.
    CANNOT_READ,
    /// It was changed at the sender's while it was on its way.
    CHANGED_ON_DISK,
    /// More files are on their way than a chat takes; said by the sender's desktop alone.
    TOO_MANY,
    /// The receiver's disk has no room for it.
    NO_ROOM,
    /// The receiver's desktop can't write there.
    CANNOT_WRITE,
    /// What arrived is not what was announced. It has been removed.
    WRONG_CONTENT,
    /// The chat ended before all of it was over. What had arrived has been removed.
    BROKE_OFF
}
