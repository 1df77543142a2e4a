package parley.desktop.peer;

/// How far a message of one's own has got. Moves forward only, but from `SENT` back to `WAITING`
/// when the line breaks before the other side has confirmed it.
public enum MessageState {
    /// Goes out once the chat is direct.
    WAITING,
    /// On its way.
    SENT,
    /// The other desktop has it.
    DELIVERED,
    /// It has been looked at.
    READ,
    /// The chat ended before the other desktop confirmed it; it is not sent again by itself.
    UNDELIVERED;

    /// Whether it has not left this desktop, or will not get there.
    public boolean isUnsent() {
        return this == WAITING || this == UNDELIVERED;
    }
}
