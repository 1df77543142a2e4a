package parley.server.account;

import parley.protocol.UserName;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The secrets that replace passwords: at most eight a user, each good for 30 days after its last
/// use, kept to the day. Only their SHA-256 is known here, in memory and in the store.
///
/// Any thread may use it; the lock is held for memory work only, and writing waits outside it.
final class Tokens {
    private static final int MOST = 8;
    private static final int DAYS = 30;
    private static final int BYTES = 32;
    private static final Comparator<KeptToken> LEAST_RECENTLY_USED =
            Comparator.comparingLong(KeptToken::lastUsed).thenComparingLong(KeptToken::number);

    private final AccountStore store;
    private final Clock clock;
    private final SecureRandom random;
    private final Predicate<TokenId> held;
    private final Map<String, List<KeptToken>> byUser = new HashMap<>();
    private long lastNumber;

    /// @param held whether a living connection holds this token
    Tokens(AccountStore store, Clock clock, SecureRandom random, Predicate<TokenId> held) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.held = held;
        store.tokens().forEach(this::put);
    }

    private void put(KeptToken token) {
        byUser.computeIfAbsent(token.user(), user -> new ArrayList<>()).add(token);
        lastNumber = Math.max(lastNumber, token.number());
    }

    /// Whether this token is this user's, and not too old.
    synchronized boolean isGood(UserName user, TokenId id) {
        return find(user, id).filter(this::isFresh).isPresent();
    }

    /// Makes a new token, in place of the least recently used where there are eight. Returns once
    /// it is durable.
    Token make(UserName user) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        Token token = read(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        List<TokenId> gone;
        KeptToken kept;
        synchronized (this) {
            gone = makeRoom(user);
            kept = new KeptToken(token.id(), user.key(), lastNumber + 1, today());
            put(kept);
        }
        store.keepToken(kept, gone);
        return token;
    }

    /// Notes that a token is used today; false where it is void by now.
    boolean use(UserName user, TokenId id) {
        KeptToken used;
        synchronized (this) {
            Optional<KeptToken> found = find(user, id);
            if (found.isEmpty()) {
                return false;
            }
            used = found.get().usedOn(today());
            if (found.get().equals(used)) {
                return true;
            }
            byUser.getOrDefault(user.key(), List.of())
                    .replaceAll(t -> t.id().equals(id) ? used : t);
        }
        store.touch(used);
        return true;
    }

    /// Makes a token void. Returns once that is durable.
    void forget(UserName user, TokenId id) {
        synchronized (this) {
            byUser.getOrDefault(user.key(), new ArrayList<>()).removeIf(t -> t.id().equals(id));
        }
        store.dropToken(id);
    }

    /// Makes all tokens of these users void, in memory; the store is told by whoever calls.
    synchronized void forgetAll(Collection<String> users) {
        users.forEach(byUser::remove);
    }

    /// The token that somebody presents.
    static Token read(String text) {
        return new Token(text, new TokenId(sha256(text)));
    }

    private List<TokenId> makeRoom(UserName user) {
        List<KeptToken> tokens = byUser.getOrDefault(user.key(), new ArrayList<>());
        List<TokenId> gone = new ArrayList<>();
        List<KeptToken> oldestFirst = tokens.stream().sorted(LEAST_RECENTLY_USED).toList();
        for (KeptToken token : oldestFirst) {
            boolean tooMany = tokens.size() - gone.size() >= MOST && !held.test(token.id());
            if (tooMany || !isFresh(token)) {
                gone.add(token.id());
            }
        }
        tokens.removeIf(t -> gone.contains(t.id()));
        return gone;
    }

    private Optional<KeptToken> find(UserName user, TokenId id) {
        return byUser.getOrDefault(user.key(), List.of()).stream()
                .filter(t -> t.id().equals(id))
                .findFirst();
    }

    private boolean isFresh(KeptToken token) {
        return today() - token.lastUsed() <= DAYS;
    }

    private long today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
