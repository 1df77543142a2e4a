package parley.server.account;

import org.jspecify.annotations.Nullable;

import parley.protocol.UserName;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who has given how many wrong passwords, and who is locked for it. What is told of a failure is
/// durable first. Any thread may use it; it may wait for the store.
final class Lockouts {
    private final AccountStore store;
    private final LockoutPolicy policy;
    private final Clock clock;
    private final Map<String, Failures> byUser = new ConcurrentHashMap<>();

    /// @param clock one that never jumps while the server runs
    Lockouts(AccountStore store, LockoutPolicy policy, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
        store.failures().forEach((user, kept) -> byUser.put(user, asOfNow(kept)));
    }

    /// What a wrong password led to.
    sealed interface Standing {
        /// So many more may be wrong before the lock.
        record AttemptsLeft(int count) implements Standing {}

        /// The user is locked for so long.
        record Locked(Duration left) implements Standing {}
    }

    /// How much longer this user is locked; zero where they are not.
    Duration lockedFor(UserName user) {
        return left(newest(user.key()));
    }

    /// Counts a wrong password; one of a user who was locked meanwhile counts for nothing.
    Standing wrong(UserName user) {
        Failures now = byUser.compute(user.key(), (key, before) -> oneMore(before));
        keep(user);
        return now.lockedAt().isPresent()
                ? new Standing.Locked(left(now))
                : new Standing.AttemptsLeft(policy.attempts() - now.count());
    }

    /// Forgets the wrong passwords for a right one. Where the user was locked meanwhile it came too
    /// late, and the lock stands.
    ///
    /// @return how much longer the user is locked; zero where they may come in
    Duration right(UserName user) {
        if (!byUser.containsKey(user.key())) {
            return Duration.ZERO;
        }
        Failures still =
                byUser.computeIfPresent(
                        user.key(), (key, known) -> left(known).isZero() ? null : known);
        if (still == null) {
            keep(user);
            return Duration.ZERO;
        }
        return left(still);
    }

    private Failures oneMore(@Nullable Failures before) {
        Failures current = before == null ? Failures.NONE : asOfNow(before);
        return current.lockedAt().isPresent()
                ? current
                : current.andOneMore(policy, clock.instant());
    }

    private void keep(UserName user) {
        store.keepFailures(user.key(), () -> newest(user.key()));
    }

    private Failures newest(String key) {
        return byUser.getOrDefault(key, Failures.NONE);
    }

    private Failures asOfNow(Failures failures) {
        return failures.asOf(policy, clock.instant());
    }

    private Duration left(Failures failures) {
        return failures.lockedFor(policy, clock.instant());
    }
}
