package parley.server.account;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Where passwords are checked. Hashes are computed on a few platform threads of its own, because
/// such work would hold up the carriers of all virtual threads; not more wait there than are done
/// in two seconds or so. Any thread may ask, and waits.
public final class PasswordDesk implements AutoCloseable {
    /// A check takes some 50 ms: so many for each thread are done in about 2 s.
    private static final int WAITING_PER_THREAD = 40;

    private final ThreadPoolExecutor threads;

    /// What a check said.
    enum Verdict {
        RIGHT,
        WRONG,
        /// Nothing was judged: too many wait.
        BUSY
    }

    /// A desk with this many threads.
    ///
    /// @param queue how many checks may wait
    PasswordDesk(int size, int queue) {
        threads =
                new ThreadPoolExecutor(
                        size,
                        size,
                        30,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(queue),
                        Thread.ofPlatform().daemon().name("password-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// A desk that takes all processors where need be.
    public static PasswordDesk forThisMachine() {
        int size = Runtime.getRuntime().availableProcessors();
        return new PasswordDesk(size, size * WAITING_PER_THREAD);
    }

    /// Judges the password that was given for this account.
    Verdict judge(Account account, String given) {
        Optional<PasswordHash> hash = Passwords.hash(account.password());
        return hash.isPresent()
                ? judge(hash.get(), Passwords.prepare(given))
                : verdict(Passwords.matches(account.password(), given));
    }

    private Verdict judge(PasswordHash hash, String prepared) {
        try {
            return verdict(
                    CompletableFuture.supplyAsync(() -> hash.verifies(prepared), threads).join());
        } catch (RejectedExecutionException full) {
            return Verdict.BUSY;
        }
    }

    private static Verdict verdict(boolean right) {
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }

    /// Takes no more checks.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
