package parley.server.net;

import org.jspecify.annotations.Nullable;

import parley.protocol.UserName;
import parley.server.account.TokenId;

/// The place of a signed-in user, and the session that holds it. Its table guards whether it is
/// seen; the rest any thread may ask.
final class Seat {
    private final UserName user;
    private final Occupant session;
    private volatile long takenAt;
    private volatile @Nullable TokenId token;
    private boolean seen;

    /// @param token the token that the user came with; null where it was the password
    Seat(UserName user, Occupant session, @Nullable TokenId token) {
        this.user = user;
        this.session = session;
        this.token = token;
    }

    UserName user() {
        return user;
    }

    Occupant session() {
        return session;
    }

    /// When it was taken, in nanoseconds of the monotonic clock.
    long takenAt() {
        return takenAt;
    }

    void taken(long now) {
        takenAt = now;
    }

    /// The token that the session holds; null before it has one.
    @Nullable TokenId token() {
        return token;
    }

    void give(TokenId held) {
        token = held;
    }

    /// Whether the user counts as present since this seat or one before it.
    boolean isSeen() {
        return seen;
    }

    void setSeen() {
        seen = true;
    }
}
