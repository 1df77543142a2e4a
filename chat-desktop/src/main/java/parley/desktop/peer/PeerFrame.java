package parley.desktop.peer;

/// What two desktops say to each other, one record per sentence of the protocol's step 5 and 6.
/// Peer frames live here, so that the server cannot decode what it cannot import.
public sealed interface PeerFrame {
    /// The `dial` side has chosen this connection.
    record Open(String session) implements PeerFrame {}

    /// The other side agrees; the chat is open on this connection.
    record Opened() implements PeerFrame {}

    record Message(PeerMessage message) implements PeerFrame {}

    /// The message has arrived.
    record Delivered(String id) implements PeerFrame {}

    /// The message, and all before it, have been looked at.
    record Read(String id) implements PeerFrame {}

    record Typing() implements PeerFrame {}

    record Ping() implements PeerFrame {}

    record Pong() implements PeerFrame {}

    /// The chat is over.
    ///
    /// @param reason for the log of a curious reader; may be empty
    record Bye(String reason) implements PeerFrame {}

    /// A sentence of a later version, to be ignored; never said.
    record Unknown(String type) implements PeerFrame {}
}
