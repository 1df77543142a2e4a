package parley.server.presence;

import parley.protocol.UserName;

import java.time.Instant;
import java.util.Map;

/// Where it lasts who was online when. What is told here is written within a few seconds.
public interface SignInStore {
    /// When each was last online, by the keys of their names; of those who were online when the
    /// server ended without a word, when it was last known to run.
    Map<String, Instant> lastSeen();

    /// Somebody came online.
    void came(UserName user, Instant time);

    /// Somebody went offline.
    void went(UserName user, Instant time);

    /// All who are online still are.
    void stillThere(Instant time);
}
