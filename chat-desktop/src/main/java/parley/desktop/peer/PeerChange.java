package parley.desktop.peer;

import parley.protocol.UserName;

/// What the window is told of private chats. Those of one person come in the order in which they
/// happened.
public sealed interface PeerChange {
    /// Whose chat it concerns.
    UserName person();

    /// The chat with this person now stands so; one that was not there before begins.
    record StateChanged(UserName person, PeerState state) implements PeerChange {}

    /// Which computer is at the other end, and what is known of this person's keys: at each new
    /// one, before the state that it comes with, and when the owner has marked one.
    record KeysKnown(UserName person, PeerKeys keys) implements PeerChange {}

    /// The other side said something. Each message comes once, in the order it was said.
    record MessageArrived(UserName person, PeerMessage message) implements PeerChange {}

    /// A message of one's own has got this far.
    record MessageMoved(UserName person, String id, MessageState state) implements PeerChange {}

    /// A file stands otherwise, or is new; while it runs, told a few times a second.
    record FileMoved(UserName person, FileTransfer transfer) implements PeerChange {}

    /// The other side is writing, as of now; good for some seconds.
    record Typing(UserName person) implements PeerChange {}

    /// The other side keeps what is said from now on on its disk, or keeps nothing any more. Said
    /// when it changes; a chat that ends is kept by nobody until it begins anew.
    record KeptThere(UserName person, boolean on) implements PeerChange {}
}
