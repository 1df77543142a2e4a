package parley.desktop.peer;

import parley.desktop.peer.disk.Chunk;

/// What two desktops say to each other, one record per sentence of the protocol's step 5 and 6.
/// Peer frames live here, so that the server cannot decode what it cannot import.
public sealed interface PeerFrame {
    /// What is said once the chat is open, and on no line before.
    sealed interface Talk extends PeerFrame {}

    /// What is said of files.
    sealed interface OfFile extends Talk {}

    /// The `dial` side has chosen this connection.
    record Open(String session) implements PeerFrame {}

    /// The other side agrees; the chat is open on this connection.
    record Opened() implements PeerFrame {}

    record Message(PeerMessage message) implements Talk {}

    /// The message has arrived.
    record Delivered(String id) implements Talk {}

    /// The message, and all before it, have been looked at.
    record Read(String id) implements Talk {}

    record Typing() implements Talk {}

    /// The owner of this side keeps what is said from now on on disk, or keeps nothing any more.
    record Keep(boolean on) implements Talk {}

    record Ping() implements PeerFrame {}

    record Pong() implements PeerFrame {}

    /// The chat is over.
    ///
    /// @param reason for the log of a curious reader; may be empty
    record Bye(String reason) implements PeerFrame {}

    /// Offers a file, or says again that it is there to be fetched.
    ///
    /// @param size bytes
    /// @param sha256 of its content, in lower-case hex
    record FileOffer(String file, String name, long size, String sha256) implements OfFile {}

    /// The file may come, from this byte on.
    record FileAccept(String file, long offset) implements OfFile {}

    record FileDecline(String file) implements OfFile {}

    /// A piece of the file, which begins at this byte of it.
    record FileData(String file, long offset, Chunk bytes) implements OfFile {}

    /// Everything before this byte has been written.
    record FileAck(String file, long offset) implements OfFile {}

    /// All has come and is what was announced.
    record FileDone(String file) implements OfFile {}

    /// Nothing more of this file, or nothing for now.
    record FileCancel(String file, CancelReason reason) implements OfFile {}

    /// A sentence of a later version, to be ignored; never said.
    record Unknown(String type) implements PeerFrame {}
}
