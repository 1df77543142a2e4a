package parley.desktop.state;

import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerMessage;

import java.time.Instant;

/// One thing in a private chat, oldest first.
public sealed interface PrivateItem {
    /// The two desktops have found each other.
    record Began(Instant time) implements PrivateItem {}

    /// The chat is over.
    record Over(Instant time) implements PrivateItem {}

    /// From then on one of the two keeps what is said on their computer, or nothing any more.
    record Keeping(Instant time, Keeper keeper, boolean on) implements PrivateItem {}

    /// Which of the two.
    enum Keeper {
        OWNER,
        OTHER
    }

    /// The other said something.
    record Heard(PeerMessage message) implements PrivateItem {}

    /// The owner said something.
    record Said(PeerMessage message, MessageState state) implements PrivateItem {}

    /// A file that goes, or may go, to or fro.
    ///
    /// @param time when it was first heard of
    record Shared(FileTransfer transfer, Instant time) implements PrivateItem {}
}
