package parley.server.account;

import java.time.Duration;

/// How many wrong passwords lock a user, and for how long.
///
/// @param attempts the how manieth wrong password in a row locks
public record LockoutPolicy(int attempts, Duration duration) {
    /// Three, as the protocol page says.
    public static LockoutPolicy lasting(Duration duration) {
        return new LockoutPolicy(3, duration);
    }
}
