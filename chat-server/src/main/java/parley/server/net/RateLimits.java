package parley.server.net;

import parley.protocol.UserName;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// How often something may be done: every rate limit in one table. Any thread may use it.
public final class RateLimits {
    /// Counts a sign-in from this address; how long to wait where there were too many.
    public Optional<Duration> signIn(InetAddress from) {
        throw new UnsupportedOperationException(from.toString());
    }

    /// Counts a message or broadcast of this user; how long to wait where there were too many.
    public Optional<Duration> message(UserName user) {
        throw new UnsupportedOperationException(user.toString());
    }
}
