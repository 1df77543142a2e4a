package parley.server.net;

import parley.protocol.Limits;

/// How far a connection has come.
///
/// ```
/// Stranger ── welcome ──▶ SignedIn ── last words ──▶ Over
///     └────────────── last words ─────────────────────▲
/// ```
///
/// `Stranger` and `SignedIn` count the frames in a row that broke the protocol. A frame that was
/// taken ends the row; a refusal neither ends nor lengthens it.
public sealed interface SessionState {
    /// Nobody has signed in yet.
    record Stranger(int broken) implements SessionState {}

    /// Somebody has.
    record SignedIn(int broken) implements SessionState {}

    /// Nothing that still comes matters.
    record Over() implements SessionState {}

    /// How every connection begins.
    SessionState START = new Stranger(0);

    /// A frame was taken.
    default SessionState taken() {
        return withBroken(0);
    }

    /// A frame has broken the protocol.
    default SessionState broke() {
        return switch (this) {
            case Stranger(int broken) -> withBroken(broken + 1);
            case SignedIn(int broken) -> withBroken(broken + 1);
            case Over() -> this;
        };
    }

    /// Somebody has signed in.
    default SessionState welcomed() {
        return this instanceof Stranger ? new SignedIn(0) : this;
    }

    /// Whether as many frames in a row have broken the protocol as may.
    default boolean isHopeless() {
        return switch (this) {
            case Stranger(int broken) -> broken >= Limits.BROKEN_IN_A_ROW;
            case SignedIn(int broken) -> broken >= Limits.BROKEN_IN_A_ROW;
            case Over() -> false;
        };
    }

    private SessionState withBroken(int count) {
        return switch (this) {
            case Stranger(int broken) -> broken == count ? this : new Stranger(count);
            case SignedIn(int broken) -> broken == count ? this : new SignedIn(count);
            case Over() -> this;
        };
    }
}
