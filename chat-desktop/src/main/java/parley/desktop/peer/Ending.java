package parley.desktop.peer;

import parley.protocol.PeerAddress;

import java.util.List;

/// Why a private chat is over, or never came to be.
public sealed interface Ending {
    /// The other side said good-bye, or its owner signed out or quit.
    record ByOther() implements Ending {}

    /// The owner ended it here.
    record ByMe() implements Ending {}

    /// The other side does not want to.
    record Declined() implements Ending {}

    /// The owner of this desktop does not want to.
    record DeclinedByMe() implements Ending {}

    /// A minute passed without a yes or no, on whichever side it was asked.
    record NoAnswer() implements Ending {}

    /// The other side is not signed in, or went before it answered.
    record Offline() implements Ending {}

    /// Whoever asked took it back.
    record Cancelled() implements Ending {}

    /// The other side has blocked the owner.
    record Blocked() implements Ending {}

    /// The owner has blocked the other side.
    record YouBlocked() implements Ending {}

    record UnknownUser() implements Ending {}

    /// This desktop has no connection to the server, or lost it before there was an answer.
    record NoServer() implements Ending {}

    /// The server refused for a reason that has no words of its own here.
    ///
    /// @param sentence the server's, in plain English
    record Refused(String sentence) implements Ending {}

    /// No address led to the other side.
    ///
    /// @param paths each address that was offered, and how it failed; empty where none was offered
    record NoWay(List<Path> paths) implements Ending {
        public NoWay {
            paths = List.copyOf(paths);
        }
    }

    /// An address that led nowhere.
    record Path(PeerAddress address, PathFailure failure) {}

    /// It was over before this desktop was started; what was kept of it can be read.
    record Before() implements Ending {}

    /// The line broke and did not come back within a minute.
    record Lost() implements Ending {}

    /// The other side came with another key than before, and the owner did not want to go on.
    record OtherKey() implements Ending {}

    /// The other side broke the rules of the line: nonsense, a giant line, a flood.
    record BrokeRules() implements Ending {}
}
