package parley.server.delivery;

import parley.protocol.Event;
import parley.protocol.UserName;

import java.util.Collection;

/// Says events to users who are signed in; to others it says nothing.
///
/// An event is encoded once, whoever hears it. Nothing here waits: it only offers to outboxes, so
/// that it may be called under a lock. Any thread may use it.
public interface Delivery {
    /// Says this to one user. A newer presence or receipt takes the place of an older one of the
    /// same user or chat that still waits.
    void tell(UserName to, Event event);

    /// Says this to each of these.
    void tellAll(Collection<UserName> to, Event event);
}
