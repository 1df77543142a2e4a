package parley.desktop.local;

import parley.protocol.Status;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.Optional;

/// Another user, as far as one may know.
///
/// @param time since when they are there, or when they were last seen; nothing where never, or not
///   known
/// @param blocked whether one has blocked them
public record Person(UserName user, Status status, Optional<Instant> time, boolean blocked) {
    /// The same person in another state.
    public Person with(Status newStatus, Optional<Instant> newTime) {
        return new Person(user, newStatus, newTime, blocked);
    }

    /// The same person, blocked.
    public Person asBlocked() {
        return new Person(user, status, time, true);
    }

    /// The same person, not blocked.
    public Person asUnblocked() {
        return new Person(user, status, time, false);
    }
}
