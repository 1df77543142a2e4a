package parley.desktop.peer;

import parley.identity.Fingerprint;

import java.time.Instant;
import java.util.List;

/// How a private chat stands, as its owner sees it.
public sealed interface PeerState {
    /// Whether there is a line now.
    default boolean isOpen() {
        return this instanceof Direct || this instanceof Relayed;
    }

    /// The other side has been asked and has not answered yet. [PeerService#cancel] takes it back.
    record Inviting() implements PeerState {}

    /// The other side asks; [PeerService#accept] or [PeerService#decline] answers.
    ///
    /// @param key what is known of the key that they come with; `CHANGED` wants a warning
    record Invited(Acquaintance key) implements PeerState {}

    /// The other side agreed, but comes with another key than any of theirs before: nothing goes on
    /// until [PeerService#accept] or [PeerService#decline].
    record KeyChanged(Fingerprint key) implements PeerState {}

    /// Both have agreed, and the desktops look for each other.
    record Connecting() implements PeerState {}

    /// There is no direct way. [PeerService#relay] takes the one through the server,
    /// [PeerService#open] begins anew.
    ///
    /// @param paths each address that was offered, and how it failed; empty where none was offered
    /// @param relay what is to be said of the way through the server
    record NoWay(List<Ending.Path> paths, Detour relay) implements PeerState {
        public NoWay {
            paths = List.copyOf(paths);
        }
    }

    /// The other side found no direct way, and waits at the server's relay until then:
    /// [PeerService#relay] or [PeerService#decline] answers. Direct ways are looked for meanwhile.
    record RelayWanted(Instant until) implements PeerState {}

    /// This side waits at the server's relay for the other, which is asked meanwhile.
    record Relaying(Instant until) implements PeerState {}

    /// Direct and encrypted.
    ///
    /// @param key as it was when it was announced: `NEW` where it is trusted on first use,
    ///   `CHANGED` where the owner has agreed to another one than before, else `KNOWN` or `WELCOME`
    record Direct(Acquaintance key) implements PeerState {}

    /// Encrypted from desktop to desktop, through the server's relay.
    ///
    /// @param key as for `Direct`
    /// @param consent whether the relay is taken without asking the next time
    record Relayed(Acquaintance key, Acceptance consent) implements PeerState {}

    /// The line broke; both sides dial again until then.
    record Reconnecting(Instant until) implements PeerState {}

    /// Over. [PeerService#open] begins a new one.
    record Ended(Ending why) implements PeerState {}
}
