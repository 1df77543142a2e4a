package parley.desktop.net;

/// Why there is no line to the server.
public enum Trouble {
    /// No machine is known under that name.
    NO_SUCH_HOST,
    /// The machine is there, but nothing listens on that port.
    NOTHING_LISTENS,
    /// No answer in time, or no way there.
    NO_ANSWER,
    /// Something answered that is no Parley.
    NOT_PARLEY,
    /// TLS could not be agreed on.
    NO_TLS,
    /// The line broke.
    BROKEN,
    /// The server has been shut down.
    SHUTDOWN,
    /// The server asked to wait: it has too much to do.
    BUSY,
    /// The server found this desktop too slow, or silent.
    DROPPED
}
