package parley.server.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.protocol.Limits;
import parley.protocol.Request;
import parley.protocol.Request.Proof;
import parley.protocol.UserName;
import parley.server.account.Lockouts.Standing;
import parley.server.account.LoginOutcome.Admitted;
import parley.server.time.SteadyClock;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The accounts that the credentials file names, and the door through which they come in.
///
/// [#find] and [#all] are memory work. The others may wait, for a password's hash or for the store,
/// and throw `StoreUnavailable` where that fails. Any thread may use it.
public final class Accounts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Duration BUSY_FOR = Duration.ofSeconds(2);

    private final Directory directory;
    private final Lockouts lockouts;
    private final Tokens tokens;
    private final PasswordDesk desk;
    private final Pace pace;
    private final CredentialsWatch watch;
    private final List<Consumer<UserName>> listeners = new CopyOnWriteArrayList<>();

    /// What accounts stand on.
    ///
    /// @param steady a clock that never jumps while the server runs, for the locks
    /// @param held whether a living connection holds this token
    record Ground(
            AccountStore store,
            LockoutPolicy policy,
            Clock clock,
            Clock steady,
            SecureRandom random,
            Predicate<TokenId> held,
            Pace pace) {}

    /// The accounts of this file.
    ///
    /// @param held whether a living connection holds this token
    /// @throws BadCredentials where the file is missing or bad
    public static Accounts open(
            Path file, AccountStore store, LockoutPolicy policy, Predicate<TokenId> held, Pace pace)
            throws BadCredentials {
        Clock clock = Clock.systemUTC();
        Clock steady = SteadyClock.startingAt(clock.instant());
        return open(
                file,
                new Ground(store, policy, clock, steady, new SecureRandom(), held, pace),
                PasswordDesk.forThisMachine());
    }

    static Accounts open(Path file, Ground ground, PasswordDesk desk) throws BadCredentials {
        CredentialsWatch watch = new CredentialsWatch(file);
        return new Accounts(watch.first(), ground, desk, watch);
    }

    private Accounts(
            Credentials credentials, Ground ground, PasswordDesk desk, CredentialsWatch watch) {
        this.directory = new Directory(ground.store(), credentials);
        this.lockouts = new Lockouts(ground.store(), ground.policy(), ground.steady());
        this.tokens = new Tokens(ground.store(), ground.clock(), ground.random(), ground.held());
        this.desk = desk;
        this.pace = ground.pace();
        this.watch = watch;
    }

    /// Takes over from now on what is written into the file, once it has been still for 200 ms.
    public void watch() {
        watch.start(this::replace);
    }

    /// The account that is spelled so, as the credentials file spells it; nothing where there is
    /// none. Quick, also for a spelling that was never seen.
    public Optional<UserName> find(String spelled) {
        return directory.current().find(spelled);
    }

    /// All accounts, in the order of names.
    public SequencedSet<UserName> all() {
        return directory.current().names();
    }

    /// Checks everything about a login but whether the user is online already, in the order of the
    /// protocol page, from `protocol-version` to `wrong-password` or `bad-token`.
    public LoginOutcome signIn(Request.Login login, InetAddress from) {
        if (login.protocol() != Limits.PROTOCOL) {
            return Refusals.protocolVersion();
        }
        Optional<Duration> tooFast = pace.tooFast(from);
        if (tooFast.isPresent()) {
            return Refusals.tooFast(tooFast.get());
        }
        Credentials now = directory.current();
        Optional<Account> account = now.find(login.user()).flatMap(now::account);
        if (account.isEmpty()) {
            return Refusals.unknownUser();
        }
        return switch (login.proof()) {
            case Proof.Token(String text) -> byToken(account.get(), Tokens.read(text));
            case Proof.Password(String text) -> byPassword(account.get(), text);
        };
    }

    private LoginOutcome byToken(Account account, Token token) {
        return tokens.isGood(account.name(), token.id())
                ? new Admitted(account.name(), Optional.of(token), directory.mark(account))
                : Refusals.badToken();
    }

    private LoginOutcome byPassword(Account account, String password) {
        Duration locked = lockouts.lockedFor(account.name());
        if (locked.isPositive()) {
            return Refusals.locked(locked);
        }
        return switch (desk.judge(account, password)) {
            case RIGHT -> right(account);
            case WRONG -> wrong(account.name());
            case BUSY -> Refusals.busy(BUSY_FOR);
        };
    }

    private LoginOutcome right(Account account) {
        Duration locked = lockouts.right(account.name());
        return locked.isPositive()
                ? Refusals.locked(locked)
                : new Admitted(account.name(), Optional.empty(), directory.mark(account));
    }

    private LoginOutcome wrong(UserName user) {
        return switch (lockouts.wrong(user)) {
            case Standing.AttemptsLeft(int count) -> Refusals.wrongPassword(count);
            case Standing.Locked(Duration left) -> Refusals.locked(left);
        };
    }

    /// The token of a session that now stands: a new one after a password, else the one presented,
    /// whose validity begins anew. Nothing where the account has gone or got another password since
    /// it was admitted: then the session has to end as `REMOVED`. To be called when the session is
    /// known to whoever [#onRemoved] tells, so that no change falls between the two.
    public Optional<Token> tokenFor(Admitted admitted) {
        Optional<Token> token =
                admitted.presented().isPresent()
                        ? admitted.presented().filter(t -> tokens.use(admitted.user(), t.id()))
                        : Optional.of(tokens.make(admitted.user()));
        if (directory.isCurrent(admitted)) {
            return token;
        }
        token.ifPresent(t -> tokens.forget(admitted.user(), t.id()));
        return Optional.empty();
    }

    /// Makes a token void.
    public void forget(UserName user, TokenId token) {
        tokens.forget(user, token);
    }

    /// Tells this listener of each user whose account has gone or got another password, once what
    /// they had is void. Called on a thread that may wait.
    public void onRemoved(Consumer<UserName> listener) {
        listeners.add(listener);
    }

    /// Takes over a new state of the credentials file, whole.
    void replace(Credentials credentials) {
        Map<String, UserName> changed = directory.replace(credentials);
        tokens.forgetAll(changed.keySet());
        for (UserName user : changed.values()) {
            listeners.forEach(listener -> listener.accept(user));
        }
        directory.keep(changed.keySet());
        LOG.info(
                "credentials taken over accounts={} removed-or-changed={}",
                credentials.names().size(),
                changed.size());
    }

    /// Takes no more passwords, and looks at the file no more.
    @Override
    public void close() {
        watch.close();
        desk.close();
    }
}
