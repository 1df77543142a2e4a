package parley.desktop.net;

import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.time.Duration;
import java.time.Instant;

/// What came of a sign-in.
public sealed interface SignInOutcome {
    /// It is done.
    ///
    /// @param me the name as the server spells it
    record Welcome(UserName me) implements SignInOutcome {}

    /// The server knows nobody of that name.
    record UnknownUser() implements SignInOutcome {}

    /// The password is not that user's.
    ///
    /// @param attemptsLeft before the name is locked for a while
    record WrongPassword(long attemptsLeft) implements SignInOutcome {}

    /// Too many wrong passwords.
    ///
    /// @param until when the lock ends, by this machine's clock
    record Locked(Instant until) implements SignInOutcome {}

    /// The token that this desktop kept is good no more: the password is needed.
    record TokenRefused() implements SignInOutcome {}

    /// The user is signed in elsewhere, and alive there. `takeover` would end that session.
    ///
    /// @param since when that session began, by the server's clock
    record AlreadyOnline(Instant since) implements SignInOutcome {}

    /// The server is too busy to judge.
    ///
    /// @param after how long it asks to wait
    record TryLater(Duration after) implements SignInOutcome {}

    /// The server speaks other versions of the protocol.
    record WrongVersion(long min, long max) implements SignInOutcome {}

    /// Nobody could be reached.
    record Unreachable(Trouble why) implements SignInOutcome {}

    /// The server's key has never been seen: its owner compares and decides. Nothing has been said
    /// to it yet.
    ///
    /// @param shown the key, as its operator's log names it, too
    record KeyUnknown(Fingerprint shown) implements SignInOutcome {}

    /// The server shows another key than the one that is remembered. Nothing has been said to it.
    ///
    /// @param known the key that is remembered
    /// @param shown the key that was shown
    record KeyChanged(Fingerprint known, Fingerprint shown) implements SignInOutcome {}

    /// Refused for a reason that this version has no words of its own for.
    ///
    /// @param message the server's sentence
    record Refused(String message) implements SignInOutcome {}

    /// Another sign-in, or a sign-out, came between.
    record Cancelled() implements SignInOutcome {}
}
