package parley.desktop.peer;

/// How an address failed to lead to the peer.
public enum PathFailure {
    /// Nothing listens there.
    REFUSED,
    /// Nothing answered in time.
    SILENT,
    /// This computer has no way to that network.
    UNREACHABLE,
    /// Something answers there, but it is no Parley.
    NOT_PARLEY,
    /// A Parley answers there, with another key than the one announced.
    OTHER_KEY,
    /// Somebody was there, and hung up before the chat was open.
    HUNG_UP,
    /// Not tried: an address that nobody may be made to dial (this machine itself, a multicast
    /// group).
    NOT_ALLOWED
}
