package parley.desktop.net;

import java.time.Instant;

/// How the line to the server stands.
///
/// ```
/// SignedOut -> Connecting -> Online -> Waiting -> Connecting -> ...
///                  |            +----> Stopped (a touch, or a sign-in, decides)
///                  +-----------------> Stopped
/// ```
public sealed interface LinkState {
    /// Nobody wants a line.
    record SignedOut() implements LinkState {}

    /// A connection is being made, or the sign-in is being answered.
    ///
    /// @param since when the line was last there, or was first wanted
    /// @param attempt 1 for the first
    record Connecting(Instant since, int attempt) implements LinkState {}

    /// Signed in.
    record Online(Instant since) implements LinkState {}

    /// No line; the desktop comes back by itself.
    ///
    /// @param since when the line was last there, or was first wanted
    /// @param attempt how many have failed
    /// @param nextTry when the next one begins
    record Waiting(Instant since, int attempt, Instant nextTry, Trouble why) implements LinkState {}

    /// No line, and the desktop does not come back by itself.
    record Stopped(Stop why) implements LinkState {}

    /// Why a desktop stays away.
    sealed interface Stop {
        /// The user has signed in elsewhere. `tryNow` takes it back.
        record TakenOver() implements Stop {}

        /// The server has signed out a user who did nothing for long. The next touch, or `tryNow`,
        /// comes back.
        record Idle() implements Stop {}

        /// The account has gone, or has another password: back to the login dialog.
        record Removed() implements Stop {}

        /// A return was refused: the login dialog opens over the readable window. Never a
        /// [SignInOutcome.Welcome].
        record Refused(SignInOutcome why) implements Stop {}
    }
}
