package parley.desktop.state;

/// What is known of the entries before the oldest one shown.
public enum Older {
    /// Nothing has been loaded yet.
    UNKNOWN,
    /// There are some.
    MORE,
    /// They are on their way.
    LOADING,
    /// They are at the server, and there is no line.
    UNREACHABLE,
    /// There are none: this is the beginning.
    NONE
}
