package parley.desktop.local;

import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerMessage;

/// Something that was said in a private chat that is kept.
public sealed interface KeptWord {
    PeerMessage message();

    /// The other said it.
    record Heard(PeerMessage message) implements KeptWord {}

    /// The owner said it.
    ///
    /// @param state how far it got
    record Said(PeerMessage message, MessageState state) implements KeptWord {}
}
