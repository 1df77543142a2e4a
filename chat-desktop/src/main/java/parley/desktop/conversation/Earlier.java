package parley.desktop.conversation;

/// What lies above the oldest row that is loaded.
public enum Earlier {
    /// Perhaps more; it is asked for when one scrolls there.
    MORE,
    /// It has been asked for.
    LOADING,
    /// It cannot be had just now, since there is no connection.
    UNREACHABLE,
    /// Nothing: this is where the chat begins.
    NOTHING
}
