package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Known peers that are forgotten with the test.
final class MemoryPeers implements KnownPeers {
    private final Map<UserName, Set<Fingerprint>> known = new ConcurrentHashMap<>(new HashMap<>());
    private final Set<UserName> relayed = ConcurrentHashMap.newKeySet();
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
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
        known.computeIfAbsent(person, name -> new LinkedHashSet<>()).add(key);
    }

    @Override
    public List<KnownKey> keys(UserName person) {
        return known.getOrDefault(person, Set.of()).stream()
                .map(key ->
                        new KnownKey(
                                key,
                                marks.getOrDefault(person.key() + key, Mark.NONE),
                                Optional.empty(),
                                Optional.empty()))
                .toList();
    }

    @Override
    public void mark(UserName person, Fingerprint key, Mark mark) {
        remember(person, key);
        marks.put(person.key() + key, mark);
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
