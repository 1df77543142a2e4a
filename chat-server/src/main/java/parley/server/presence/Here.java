package parley.server.presence;

import parley.protocol.PresenceMode;
import parley.protocol.Status;

import java.time.Instant;

/// Somebody who is online.
///
/// @param since the begin of their session
/// @param mode how they want to hear of others
record Here(Status status, Instant since, PresenceMode mode) {
    Here as(Status other) {
        return new Here(other, since, mode);
    }

    Here hearing(PresenceMode other) {
        return new Here(status, since, other);
    }
}
