package parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Refusal;
import parley.protocol.Reply.Detail;
import parley.protocol.Request;
import parley.protocol.Request.Proof;
import parley.protocol.UserName;
import parley.server.ManualClock;
import parley.server.account.LoginOutcome.Admitted;
import parley.server.account.LoginOutcome.Ending;
import parley.server.account.LoginOutcome.Refused;
import parley.server.storage.StoreUnavailable;
import parley.server.time.SteadyClock;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AccountsTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final UserName YODA = UserName.of("Yoda");
    private static final String SECRET = "do-or-do-not";

    private final ManualClock clock = new ManualClock();
    private final MemoryAccountStore store = new MemoryAccountStore();
    private final PasswordDesk desk = new PasswordDesk(1, 1);
    private final List<UserName> removed = new ArrayList<>();
    private Optional<Duration> tooFast = Optional.empty();
    @TempDir private Path folder;
    private Accounts accounts;

    @BeforeEach
    void start() throws Exception {
        write("Yoda " + SECRET + "\nluke red-five\n");
        accounts = started();
    }

    @AfterEach
    void end() {
        accounts.close();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("credentials.txt"), text);
    }

    private Accounts started() throws BadCredentials {
        var ground =
                new Accounts.Ground(
                        store,
                        LockoutPolicy.lasting(MINUTE),
                        clock,
                        new SteadyClock(clock.instant(), clock.nanos()),
                        new SecureRandom(),
                        token -> false,
                        from -> tooFast);
        Accounts opened = Accounts.open(folder.resolve("credentials.txt"), ground, desk);
        opened.onRemoved(removed::add);
        return opened;
    }

    private LoginOutcome signIn(String user, Proof proof) {
        return signIn(user, proof, Limits.PROTOCOL);
    }

    private LoginOutcome signIn(String user, Proof proof, long protocol) {
        var login = new Request.Login(user, proof, "", false, PresenceMode.EACH, false, protocol);
        return accounts.signIn(login, InetAddress.getLoopbackAddress());
    }

    private static Proof password(String text) {
        return new Proof.Password(text);
    }

    private static Proof token(Token token) {
        return new Proof.Token(token.text());
    }

    private static Refused refused(LoginOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }

    private static Refusal code(LoginOutcome outcome) {
        return refused(outcome).error().code();
    }

    private Admitted admitted(Proof proof) {
        LoginOutcome outcome = signIn("yoda", proof);
        assertThat(outcome).isInstanceOf(Admitted.class);
        return (Admitted) outcome;
    }

    private Token signedInByPassword() {
        return accounts.tokenFor(admitted(password(SECRET))).orElseThrow();
    }

    private void lock() {
        for (int i = 0; i < 3; i++) {
            signIn("yoda", password("wrong"));
        }
    }

    private void take(String text) throws Exception {
        write(text);
        accounts.replace(CredentialsFile.read(folder.resolve("credentials.txt")));
    }

    @Test
    void aRightPasswordIsAdmittedUnderTheFilesSpelling() {
        assertThat(admitted(password(SECRET)).user()).hasToString("Yoda");
    }

    @Test
    void theChecksHaveTheirOrder() {
        tooFast = Optional.of(Duration.ofMillis(1));
        Refused version = refused(signIn("nobody", password("x"), 2));
        assertThat(version.error().code()).isEqualTo(Refusal.PROTOCOL_VERSION);
        assertThat(version.error().detail()).isEqualTo(new Detail.Versions(1, 1));

        Refused pace = refused(signIn("nobody", password("x")));
        assertThat(pace.error().code()).isEqualTo(Refusal.RATE_LIMITED);
        assertThat(pace.error().detail()).isEqualTo(new Detail.RetryAfter(1));

        tooFast = Optional.empty();
        assertThat(code(signIn("nobody", password("x")))).isEqualTo(Refusal.UNKNOWN_USER);
        assertThat(code(signIn("nobody", new Proof.Token("x")))).isEqualTo(Refusal.UNKNOWN_USER);
        assertThat(code(signIn("yoda", new Proof.Token("x")))).isEqualTo(Refusal.BAD_TOKEN);
    }

    @Test
    void aWrongPasswordTellsHowManyAreLeftAndTheThirdLocksAndCloses() {
        Refused first = refused(signIn("yoda", password("wrong")));
        Refused second = refused(signIn("YODA", password("wrong")));
        Refused third = refused(signIn("Yoda", password("wrong")));
        Refused right = refused(signIn("Yoda", password(SECRET)));

        assertThat(first.error().detail()).isEqualTo(new Detail.AttemptsLeft(2));
        assertThat(second.error().detail()).isEqualTo(new Detail.AttemptsLeft(1));
        assertThat(second.ending()).isEqualTo(Ending.STAYS);
        assertThat(third.error().code()).isEqualTo(Refusal.LOCKED);
        assertThat(third.error().detail()).isEqualTo(new Detail.RetryAfter(60));
        assertThat(third.ending()).isEqualTo(Ending.CLOSES);
        assertThat(right).isEqualTo(third);
    }

    @Test
    void whatIsLeftOfALockIsRoundedUp() {
        lock();

        clock.passes(Duration.ofMillis(59_001));

        Refused locked = refused(signIn("yoda", password(SECRET)));
        assertThat(locked.error().detail()).isEqualTo(new Detail.RetryAfter(1));
        assertThat(locked.error().message()).endsWith("for 1 second.");
    }

    @Test
    void aTokenWorksWhileLockedAndFreesNobody() {
        Token token = signedInByPassword();
        lock();

        assertThat(accounts.tokenFor(admitted(token(token)))).contains(token);

        assertThat(code(signIn("yoda", password(SECRET)))).isEqualTo(Refusal.LOCKED);
    }

    @Test
    void aWrongTokenDoesNotCount() {
        for (int i = 0; i < 5; i++) {
            assertThat(code(signIn("yoda", new Proof.Token("wrong")))).isEqualTo(Refusal.BAD_TOKEN);
        }

        assertThat(refused(signIn("yoda", password("wrong"))).error().detail())
                .isEqualTo(new Detail.AttemptsLeft(2));
    }

    @Test
    void aPasswordMakesANewTokenAndATokenKeepsIt() {
        Token first = signedInByPassword();
        Token second = signedInByPassword();

        assertThat(second).isNotEqualTo(first);
        assertThat(accounts.tokenFor(admitted(token(first)))).contains(first);
        assertThat(store.tokens).hasSize(2);
    }

    @Test
    void aLoginThatLeadsToNoSessionMakesNoToken() {
        admitted(password(SECRET));

        assertThat(store.tokens).isEmpty();
    }

    @Test
    void aChangedPasswordVoidsTheTokensAndIsTold() throws Exception {
        Token token = signedInByPassword();

        take("Yoda try-not\nluke red-five\n");

        assertThat(removed).containsExactly(YODA);
        assertThat(code(signIn("yoda", token(token)))).isEqualTo(Refusal.BAD_TOKEN);
        assertThat(code(signIn("yoda", password(SECRET)))).isEqualTo(Refusal.WRONG_PASSWORD);
        admitted(password("try-not"));
    }

    @Test
    void aRemovedLineEndsTheAccountAndItsTokens() throws Exception {
        Token token = signedInByPassword();

        take("luke red-five\n");
        assertThat(code(signIn("yoda", token(token)))).isEqualTo(Refusal.UNKNOWN_USER);
        take("Yoda " + SECRET + "\n");

        assertThat(removed).containsExactly(YODA, UserName.of("luke"));
        assertThat(code(signIn("yoda", token(token)))).isEqualTo(Refusal.BAD_TOKEN);
    }

    @Test
    void aRespelledNameChangesNothingButTheSpelling() throws Exception {
        Token token = signedInByPassword();

        take("YODA " + SECRET + "\nluke red-five\n");

        assertThat(removed).isEmpty();
        assertThat(admitted(token(token)).user()).hasToString("YODA");
    }

    @Test
    void aFileThatChangedWhileTheServerWasDownVoidsTheTokensToo() throws Exception {
        Token token = signedInByPassword();
        accounts.close();

        write("yoda try-not\nluke red-five\n");
        accounts = started();

        assertThat(code(signIn("yoda", token(token)))).isEqualTo(Refusal.BAD_TOKEN);
        assertThat(store.tokens).isEmpty();
    }

    @Test
    void aFileThatStayedTheSameWhileTheServerWasDownVoidsNothing() throws Exception {
        Token token = signedInByPassword();
        accounts.close();

        write("# another note\nYODA " + SECRET + "\r\n");
        accounts = started();

        admitted(token(token));
    }

    @Test
    void whoWasAdmittedUnderAnOldPasswordGetsNoToken() throws Exception {
        Admitted byPassword = admitted(password(SECRET));
        Token token = signedInByPassword();
        Admitted byToken = admitted(token(token));

        take("yoda try-not\n");

        assertThat(accounts.tokenFor(byPassword)).isEmpty();
        assertThat(accounts.tokenFor(byToken)).isEmpty();
        assertThat(store.tokens).isEmpty();
    }

    @Test
    void whereTheStoreFailsNothingIsTold() {
        store.broken = true;

        assertThatThrownBy(() -> signIn("yoda", password("wrong")))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void hashedPasswordsAreChecked() throws Exception {
        take("yoda " + PasswordHash.of(SECRET, new SecureRandom()) + "\n");

        admitted(password(SECRET));
        assertThat(code(signIn("yoda", password("wrong")))).isEqualTo(Refusal.WRONG_PASSWORD);
    }

    @Test
    void aHashCheckThatFindsNoRoomIsBusyAndCountsAsNoAttempt() throws Exception {
        take("yoda " + PasswordHash.of(SECRET, new SecureRandom()) + "\n");
        desk.close();

        Refused busy = refused(signIn("yoda", password("wrong")));

        assertThat(busy.error().code()).isEqualTo(Refusal.BUSY);
        assertThat(busy.error().detail()).isEqualTo(new Detail.RetryAfter(2));
        assertThat(store.failures).isEmpty();
    }
}
