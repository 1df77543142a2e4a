package parley.server.introduction;

import parley.protocol.UserName;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The requests that wait, found by their session and by who asks whom. Guarded by its owner.
final class Askings {
    private final Map<String, Asking> bySession = new LinkedHashMap<>();
    private final Map<Pair, String> byPair = new HashMap<>();

    private record Pair(UserName asker, UserName asked) {}

    void put(Asking asking) {
        bySession.put(asking.session(), asking);
        byPair.put(new Pair(asking.asker(), asking.asked()), asking.session());
    }

    Optional<Asking> of(UserName asker, UserName asked) {
        return Optional.ofNullable(byPair.get(new Pair(asker, asked))).map(bySession::get);
    }

    /// Takes out the request of this session, where it is such a one.
    Optional<Asking> take(String session, Predicate<Asking> such) {
        Optional<Asking> found = Optional.ofNullable(bySession.get(session)).filter(such);
        found.ifPresent(this::remove);
        return found;
    }

    /// Takes out all such requests, the oldest first.
    List<Asking> takeAll(Predicate<Asking> such) {
        List<Asking> found = new ArrayList<>(bySession.values());
        found.removeIf(such.negate());
        found.forEach(this::remove);
        return found;
    }

    private void remove(Asking asking) {
        bySession.remove(asking.session());
        byPair.remove(new Pair(asking.asker(), asking.asked()));
    }
}
