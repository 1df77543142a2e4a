package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Known peers that are forgotten with the test.
final class MemoryPeers implements KnownPeers {
    private final Map<UserName, Set<Fingerprint>> known = new ConcurrentHashMap<>(new HashMap<>());
    private final Set<UserName> relayed = ConcurrentHashMap.newKeySet();
    private final Set<String> welcome = ConcurrentHashMap.newKeySet();

    @Override
    public Acquaintance look(UserName person, Fingerprint key) {
        Set<Fingerprint> keys = known.getOrDefault(person, Set.of());
        if (keys.isEmpty()) {
            return Acquaintance.NEW;
        }
        if (!keys.contains(key)) {
            return Acquaintance.CHANGED;
        }
        return welcome.contains(person.key() + key) ? Acquaintance.WELCOME : Acquaintance.KNOWN;
    }

    @Override
    public void remember(UserName person, Fingerprint key) {
        known.computeIfAbsent(person, name -> new HashSet<>()).add(key);
    }

    @Override
    public Acceptance relays(UserName person) {
        return relayed.contains(person) ? Acceptance.FROM_NOW_ON : Acceptance.THIS_TIME;
    }

    @Override
    public void relays(UserName person, Acceptance acceptance) {
        switch (acceptance) {
            case FROM_NOW_ON -> relayed.add(person);
            case THIS_TIME -> relayed.remove(person);
        }
    }

    @Override
    public void welcome(UserName person, Fingerprint key) {
        remember(person, key);
        welcome.add(person.key() + key);
    }
}
