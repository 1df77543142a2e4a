package parley.desktop.peer.mapping;

import java.time.Duration;

/// The times of a port mapping.
///
/// @param lifetime asked for, so that a port whose owner was killed closes by itself
/// @param shortest between two renewals, whatever lifetime a router claims
/// @param longest between two renewals, for routers that are switched off and on
/// @param again after a router did not answer
/// @param farewell that the end waits for the router to hear of it
record Pace(
        Duration lifetime, Duration shortest, Duration longest, Duration again, Duration farewell) {
    static final Pace USUAL =
            new Pace(
                    Duration.ofHours(1),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(2));

    /// Half the lifetime (RFC 6886, 3.3), within reason.
    Duration beforeRenewal(Duration claimed) {
        if (claimed.compareTo(shortest.multipliedBy(2)) < 0) {
            return shortest;
        }
        return claimed.compareTo(longest.multipliedBy(2)) > 0 ? longest : claimed.dividedBy(2);
    }
}
