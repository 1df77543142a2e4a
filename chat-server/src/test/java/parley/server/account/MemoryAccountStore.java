package parley.server.account;

import parley.protocol.UserName;
import parley.server.storage.StoreUnavailable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A store that lasts as long as the test.
final class MemoryAccountStore implements AccountStore {
    final Map<String, Failures> failures = new HashMap<>();
    final Map<String, String> marks = new HashMap<>();
    final List<KeptToken> tokens = new ArrayList<>();
    boolean broken;

    @Override
    public byte[] markKey() {
        return new byte[32];
    }

    @Override
    public Map<String, String> marks() {
        return Map.copyOf(marks);
    }

    @Override
    public Map<String, Failures> failures() {
        return Map.copyOf(failures);
    }

    @Override
    public List<KeptToken> tokens() {
        return List.copyOf(tokens);
    }

    @Override
    public void keepFailures(String user, Supplier<Failures> newest) {
        check();
        failures.put(user, newest.get());
    }

    @Override
    public void keepToken(KeptToken token, Collection<TokenId> inPlaceOf) {
        check();
        tokens.removeIf(t -> inPlaceOf.contains(t.id()));
        tokens.add(token);
    }

    @Override
    public void touch(KeptToken token) {
        tokens.replaceAll(t -> t.id().equals(token.id()) ? token : t);
    }

    @Override
    public void dropToken(TokenId token) {
        check();
        tokens.removeIf(t -> t.id().equals(token));
    }

    @Override
    public void keepMarks(Map<UserName, String> all, Collection<String> changed) {
        check();
        marks.clear();
        all.forEach((user, mark) -> marks.put(user.key(), mark));
        tokens.removeIf(t -> changed.contains(t.user()));
    }

    private void check() {
        if (broken) {
            throw new StoreUnavailable("broken by the test");
        }
    }
}
