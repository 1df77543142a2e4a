package parley.server.presence;

import parley.protocol.UserName;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Who was online when, for as long as the test lasts.
final class MemorySignIns implements SignInStore {
    final Map<String, Instant> seen = new HashMap<>();

    @Override
    public Map<String, Instant> lastSeen() {
        return seen;
    }

    @Override
    public void came(UserName user, Instant time) {
        seen.put(user.key(), time);
    }

    @Override
    public void went(UserName user, Instant time) {
        seen.put(user.key(), time);
    }

    @Override
    public void stillThere(Instant time) {}
}
