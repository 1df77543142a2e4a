package parley.server.account;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// How often somebody may try to sign in.
@FunctionalInterface
public interface Pace {
    /// Counts a try from this address; how long to wait where there were too many.
    Optional<Duration> tooFast(InetAddress from);
}
