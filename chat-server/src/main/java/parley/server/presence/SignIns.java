package parley.server.presence;

import parley.protocol.UserName;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Who was last online when, also before the last restart: what was so at any time in the last
/// seconds was so at the end of the last session. Memory work; any thread may use it.
///
/// [#stillThere] is to be called every 5 s, so that a crash forgets no more than 10 s.
public final class SignIns {
    private final SignInStore store;
    private final Map<String, Instant> lastSeen;
    private final AtomicInteger there = new AtomicInteger();

    public SignIns(SignInStore store) {
        this.store = store;
        this.lastSeen = new ConcurrentHashMap<>(store.lastSeen());
    }

    void came(UserName user, Instant time) {
        there.incrementAndGet();
        lastSeen.put(user.key(), time);
        store.came(user, time);
    }

    void went(UserName user, Instant time) {
        there.decrementAndGet();
        lastSeen.put(user.key(), time);
        store.went(user, time);
    }

    /// All who are online are so still at this time; where nobody is, the disk is left in peace.
    public void stillThere(Instant time) {
        if (there.get() > 0) {
            store.stillThere(time);
        }
    }

    /// The end of somebody's last session, or the begin of the one that lasts; nothing where they
    /// never came.
    Optional<Instant> lastSeen(UserName user) {
        return Optional.ofNullable(lastSeen.get(user.key()));
    }
}
