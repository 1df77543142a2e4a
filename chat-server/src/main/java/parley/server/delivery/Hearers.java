package parley.server.delivery;

import parley.protocol.UserName;

import java.util.Collection;
import java.util.Optional;

/// Who can be told something now. Any thread may use it; nothing waits.
public interface Hearers {
    /// The session of this user, where one is signed in.
    Optional<Hearer> of(UserName user);

    /// All users who are signed in at this moment.
    Collection<UserName> online();
}
