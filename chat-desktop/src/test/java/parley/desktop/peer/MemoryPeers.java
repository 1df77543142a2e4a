package parley.desktop.peer;

import parley.protocol.UserName;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Known peers that are forgotten with the test.
final class MemoryPeers implements KnownPeers {
    private final Map<UserName, Set<String>> known = new ConcurrentHashMap<>(new HashMap<>());
    private final Set<String> welcome = ConcurrentHashMap.newKeySet();

    @Override
    public Acquaintance look(UserName person, String key) {
        Set<String> keys = known.getOrDefault(person, Set.of());
        if (keys.isEmpty()) {
            return Acquaintance.NEW;
        }
        if (!keys.contains(key)) {
            return Acquaintance.CHANGED;
        }
        return welcome.contains(person.key() + key) ? Acquaintance.WELCOME : Acquaintance.KNOWN;
    }

    @Override
    public void remember(UserName person, String key) {
        known.computeIfAbsent(person, name -> new HashSet<>()).add(key);
    }

    @Override
    public void welcome(UserName person, String key) {
        remember(person, key);
        welcome.add(person.key() + key);
    }
}
