package parley.desktop.conversation;

import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Detour;
import parley.desktop.peer.Ending;

import java.time.Instant;
import java.util.List;

/// How a private chat stands, in the words that its owner sees.
public sealed interface PrivateState {
    /// The other side has been asked.
    record Inviting() implements PrivateState {}

    /// Both agree; the two desktops look for each other.
    record Connecting() implements PrivateState {}

    /// Nobody is between the two.
    record Secure(Key key) implements PrivateState {}

    /// What the owner knows of the other side's key.
    enum Key {
        /// It is trusted on first use.
        UNVERIFIED,
        /// The two have compared.
        VERIFIED,
        /// Another computer of theirs is verified and this one is not: nothing is sent to it yet.
        IN_DOUBT
    }

    /// Encrypted from computer to computer, through the server's relay.
    ///
    /// @param consent whether the relay is taken without asking the next time
    record Relayed(Key key, Acceptance consent) implements PrivateState {}

    /// There is no direct way; the owner decides what next.
    ///
    /// @param paths each address that was tried, and how it failed
    /// @param relay what is to be said of the way through the server
    record NoWay(List<Ending.Path> paths, Detour relay) implements PrivateState {
        public NoWay {
            paths = List.copyOf(paths);
        }
    }

    /// The other side found no direct way and waits at the server's relay until then: the owner
    /// decides.
    record RelayWanted(Instant until) implements PrivateState {}

    /// This side waits at the server's relay, and the other side is asked.
    record Relaying(Instant until) implements PrivateState {}

    /// The line broke; both sides dial again until then.
    record Reconnecting(Instant until) implements PrivateState {}

    /// The other side comes with another key than before: the owner decides.
    ///
    /// @param fingerprint in the form that people compare
    record OtherKey(String fingerprint) implements PrivateState {}

    /// Over, or never begun.
    record Ended(Why why) implements PrivateState {}

    /// Why a private chat is over; each has its words.
    enum Why {
        BY_OTHER,
        BY_ME,
        DECLINED,
        NO_ANSWER,
        /// The other side is not online, or went before it answered.
        OFFLINE,
        CANCELLED,
        BLOCKED,
        YOU_BLOCKED,
        NO_SUCH_PERSON,
        /// No connection to the server, which would have to introduce the two.
        NO_SERVER,
        /// Before this desktop was started: what is shown was kept.
        BEFORE,
        /// The line broke and did not come back.
        LOST,
        /// The owner did not want to go on with the other key.
        OTHER_KEY,
        /// The other side said things that are not allowed.
        BROKE_RULES,
        REFUSED
    }
}
