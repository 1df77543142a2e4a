package parley.desktop.peer;

import parley.identity.Fingerprint;

import java.time.Instant;

/// How a private chat stands, as its owner sees it.
public sealed interface PeerState {
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

    /// Direct and encrypted.
    ///
    /// @param key as it was when it was announced: `NEW` where it is trusted on first use,
    ///   `CHANGED` where the owner has agreed to another one than before, else `KNOWN` or `WELCOME`
    record Direct(Acquaintance key) implements PeerState {}

    /// The line broke; both sides dial again until then.
    record Reconnecting(Instant until) implements PeerState {}

    /// Over. [PeerService#open] begins a new one.
    record Ended(Ending why) implements PeerState {}
}
