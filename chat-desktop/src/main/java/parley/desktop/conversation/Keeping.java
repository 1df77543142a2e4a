package parley.desktop.conversation;

/// Who keeps a private chat on their computer.
public enum Keeping {
    NOBODY,
    OWNER,
    OTHER,
    BOTH;

    /// Whether the owner of this desktop does.
    boolean here() {
        return this == OWNER || this == BOTH;
    }
}
