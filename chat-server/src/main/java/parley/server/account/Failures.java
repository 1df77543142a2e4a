package parley.server.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A user's wrong passwords in a row. A value.
///
/// @param count how many
/// @param lockedAt when the last of them locked the user
public record Failures(int count, Optional<Instant> lockedAt) {
    /// None at all.
    public static final Failures NONE = new Failures(0, Optional.empty());

    /// What one more makes of it.
    Failures andOneMore(LockoutPolicy policy, Instant now) {
        int next = count + 1;
        return new Failures(next, next >= policy.attempts() ? Optional.of(now) : Optional.empty());
    }

    /// How much longer the user is locked: never longer than the policy's duration, whatever has
    /// become of the clock; zero where they are not.
    Duration lockedFor(LockoutPolicy policy, Instant now) {
        if (lockedAt.isEmpty()) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, lockedAt.get().plus(policy.duration()));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(policy.duration()) > 0 ? policy.duration() : left;
    }

    /// What is left of it now: the end of a lock ends the count, and a lock that seems to begin in
    /// the future begins now.
    Failures asOf(LockoutPolicy policy, Instant now) {
        if (lockedAt.isEmpty()) {
            return this;
        }
        if (lockedFor(policy, now).isZero()) {
            return NONE;
        }
        return lockedAt.get().isAfter(now) ? new Failures(count, Optional.of(now)) : this;
    }
}
