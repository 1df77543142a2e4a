package parley.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.client.ScriptedServer.Guest;
import parley.desktop.local.Entry;
import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.net.Trouble;
import parley.protocol.ByeReason;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.PresenceMode;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Reply.ChatState;
import parley.protocol.Reply.Someone;
import parley.protocol.Request;
import parley.protocol.Request.Proof;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// The desktop without a screen, against a server that says what each test makes it say.
class ScriptedServerIT {
    private static final Instant TIME = Instant.parse("2026-11-22T15:04:05.123Z");
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Chat WITH_LUKE = Chat.with(LUKE);

    @TempDir Path folder;
    private final ScriptedServer server = new ScriptedServer();
    private Screen screen = new Screen();
    private Client client;

    @BeforeEach
    void open() throws Exception {
        client = Client.open(folder.resolve("profile"));
        client.listen(screen::hear);
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    @Test
    void wordsFirstSentLongAgoAreLookedForInTheHistoryBeforeTheyGoOutAgain() throws Exception {
        beginSignIn();
        Guest first = letIn();
        String arrived = client.send(WITH_LUKE, "arrived");
        first.hears(Request.Message.class);
        String lost = client.send(WITH_LUKE, "lost");
        client.close();
        execute("UPDATE entry SET time = time - 7 * 86400000");
        screen = new Screen();
        open();
        client.resume();

        Guest second = letIn();
        Envelope<Request.History> look = second.hears(Request.History.class);
        second.answers(
                look.tag(),
                new Reply.History(WITH_LUKE, List.of(fromMe(1, "arrived", arrived)), false));
        second.answers(
                second.hears(Request.History.class).tag(),
                new Reply.History(WITH_LUKE, List.of(fromMe(1, "arrived", arrived)), false));
        Envelope<Request.Message> again = second.hears(Request.Message.class);
        assertThat(again.tag()).isEqualTo(lost);
        second.answers(again.tag(), new Reply.Sent(WITH_LUKE, 2, TIME));

        client.latest(WITH_LUKE);
        screen.sees("both said", () -> said(WITH_LUKE).equals(List.of("arrived", "lost")));
    }

    private void execute(String... commands) throws Exception {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("profile/desktop.db"));
    }

    @Test
    void whatADiskInTroubleCouldNotKeepIsNotAcknowledgedAndComesAgain() throws Exception {
        beginSignIn();
        Guest first = letIn();
        try (Connection other = connection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            first.tells(new Event.Message(fromLuke(1, "hi")));
            screen.hears(Change.DiskTrouble.class);
            assertThat(screen.texts(WITH_LUKE)).isEmpty();
        }

        Guest second = letIn();
        second.tells(new Event.Message(fromLuke(1, "hi")));

        assertThat(second.hears(Request.Delivered.class).frame().seq()).isEqualTo(1);
        screen.sees("hi", () -> screen.texts(WITH_LUKE).equals(List.of("hi")));
    }

    @Test
    void wordsThatADiskInTroubleCouldNotKeepAreGivenBackToTheirWriter() throws Exception {
        beginSignIn();
        letIn();
        try (Connection other = connection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            client.send(WITH_LUKE, "  a long thought\n");

            assertThat(screen.hears(Change.NotKept.class))
                    .isEqualTo(new Change.NotKept(WITH_LUKE, "  a long thought\n"));
            screen.hears(Change.DiskTrouble.class);
            assertThat(screen.texts(WITH_LUKE)).isEmpty();
        }

        letIn();
        client.send(WITH_LUKE, "a long thought");
        screen.sees("it", () -> screen.texts(WITH_LUKE).equals(List.of("a long thought")));
    }

    @Test
    void aChatThatIsOnlyLookedAtNeedsNoRoomOnTheDisk() throws Exception {
        beginSignIn();
        letIn();
        try (Connection other = connection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            client.latest(WITH_LUKE);

            screen.hears(Change.HistoryLoaded.class);
            assertThat(screen.changes()).noneMatch(Change.DiskTrouble.class::isInstance);
        }
    }

    @Test
    void whatWaitsIsGivenUpWhileItsAnswerIsNotAwaited() {
        beginSignIn();
        letIn().hangsUp();
        screen.stands(LinkState.Waiting.class);
        String id = client.send(WITH_LUKE, "hasty");
        screen.sees("it", () -> screen.texts(WITH_LUKE).equals(List.of("hasty")));

        client.discard(id);

        screen.sees("it gone", () -> screen.texts(WITH_LUKE).isEmpty());
    }

    private void reopen() throws Exception {
        client.close();
        screen = new Screen();
        open();
    }

    private CompletableFuture<SignInOutcome> signIn() {
        return client.signIn(SignIn.byPassword(server.address(), "yoda", "jedi!").kept());
    }

    /// A sign-in whose outcome shows on the screen.
    private void beginSignIn() {
        assertThat(signIn()).isNotCompletedExceptionally();
    }

    private SignInOutcome outcome(CompletableFuture<SignInOutcome> signIn) throws Exception {
        return signIn.get(10, TimeUnit.SECONDS);
    }

    private Guest letIn() {
        return letIn("log-1");
    }

    private Guest letIn(String log) {
        Guest guest = server.guest();
        Envelope<Request.Login> login = guest.hears(Request.Login.class);
        guest.answers(login.tag(), welcome(log));
        screen.stands(LinkState.Online.class);
        return guest;
    }

    private static Reply welcome(String log) {
        return new Reply.Welcome(
                YODA, "parley/1.0", 1, "session", "token-1", log, TIME, 65_536, 16_384);
    }

    private static void nobodyElse(Guest guest) {
        everybody(guest, List.of());
    }

    private static void everybody(Guest guest, List<Someone> people) {
        guest.answers(guest.hears(Request.Who.class).tag(), new Reply.Users(people, ""));
        guest.answers(guest.hears(Request.Blocks.class).tag(), new Reply.Blocks(List.of(), ""));
    }

    private static void caughtUp(Guest guest, ChatState... chats) {
        guest.tells(new Event.CaughtUp());
        guest.answers(guest.hears(Request.Chats.class).tag(), new Reply.Chats(List.of(chats), ""));
    }

    private static ChatMessage fromLuke(long seq, String text) {
        return new ChatMessage(WITH_LUKE, LUKE, seq, text, TIME, "");
    }

    private static ChatMessage fromMe(long seq, String text, String id) {
        return new ChatMessage(WITH_LUKE, YODA, seq, text, TIME, id);
    }

    @Test
    void signingInOpensTheWindowWithEverybodyInIt() throws Exception {
        CompletableFuture<SignInOutcome> signIn = signIn();
        Guest guest = letIn();

        assertThat(outcome(signIn)).isEqualTo(new SignInOutcome.Welcome(YODA));
        everybody(guest, List.of(new Someone.There(LUKE, Status.AWAY, TIME)));

        screen.sees("luke away", () -> status("luke") == Status.AWAY);
        guest.tells(new Event.Presence(LUKE, Status.OFFLINE, TIME));
        screen.sees("luke gone", () -> status("luke") == Status.OFFLINE);
        assertThat(screen.me()).contains(YODA);
        assertThat(screen.link()).isInstanceOf(LinkState.Online.class);
        assertThat(client.remembered())
                .contains(new Client.Remembered(server.address(), YODA, true));
    }

    private Status status(String name) {
        return screen.person(name).map(person -> person.status()).orElse(Status.ONLINE);
    }

    @Test
    void aLoginSaysAllThatTheServerNeedsAndAsksForPresenceInBatches() {
        beginSignIn();

        Request.Login login = server.guest().hears(Request.Login.class).frame();

        assertThat(login.proof()).isEqualTo(new Proof.Password("jedi!"));
        assertThat(login.acks()).isTrue();
        assertThat(login.takeover()).isFalse();
        assertThat(login.presence()).isEqualTo(PresenceMode.BATCH);
    }

    @Test
    void eachRefusalHasAnOutcomeOfItsOwn() throws Exception {
        assertThat(refusedWith(new Reply.Error(Refusal.UNKNOWN_USER, "?")))
                .isEqualTo(new SignInOutcome.UnknownUser());
        assertThat(
                        refusedWith(
                                new Reply.Error(
                                        Refusal.WRONG_PASSWORD,
                                        "?",
                                        new Reply.Detail.AttemptsLeft(1))))
                .isEqualTo(new SignInOutcome.WrongPassword(1));
        assertThat(
                        refusedWith(
                                new Reply.Error(
                                        Refusal.LOCKED, "?", new Reply.Detail.RetryAfter(60))))
                .isInstanceOf(SignInOutcome.Locked.class);
        assertThat(
                        refusedWith(
                                new Reply.Error(
                                        Refusal.ALREADY_ONLINE, "?", new Reply.Detail.Since(TIME))))
                .isEqualTo(new SignInOutcome.AlreadyOnline(TIME));
        assertThat(
                        refusedWith(
                                new Reply.Error(
                                        Refusal.PROTOCOL_VERSION,
                                        "?",
                                        new Reply.Detail.Versions(2, 3))))
                .isEqualTo(new SignInOutcome.WrongVersion(2, 3));
        assertThat(screen.me()).isEmpty();
    }

    private SignInOutcome refusedWith(Reply.Error refusal) throws Exception {
        CompletableFuture<SignInOutcome> signIn = signIn();
        Guest guest = server.guest();
        guest.answers(guest.hears(Request.Login.class).tag(), refusal);
        return outcome(signIn);
    }

    @Test
    void aPortWhereNobodyListensIsUnreachable() throws Exception {
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            ServerAddress deaf = new ServerAddress("127.0.0.1", held.getLocalPort());

            assertThat(outcome(client.signIn(SignIn.byPassword(deaf, "yoda", "jedi!"))))
                    .isEqualTo(new SignInOutcome.Unreachable(Trouble.NOTHING_LISTENS));
        }
        assertThat(client.link()).isInstanceOf(LinkState.SignedOut.class);
    }

    @Test
    void somethingElseThanAParleyIsToldApart() throws Exception {
        CompletableFuture<SignInOutcome> signIn = signIn();
        server.guest().says("SSH-2.0-OpenSSH_9.2\r\n");

        assertThat(outcome(signIn)).isEqualTo(new SignInOutcome.Unreachable(Trouble.NOT_PARLEY));
    }

    @Test
    void aServerThatHangsUpWithoutAWordIsNoParley() throws Exception {
        CompletableFuture<SignInOutcome> signIn = signIn();
        server.guest().hangsUp();

        assertThat(outcome(signIn)).isEqualTo(new SignInOutcome.Unreachable(Trouble.NOT_PARLEY));
    }

    @Test
    void whatArrivesIsKeptFirstAndThenAcknowledged() {
        beginSignIn();
        Guest guest = letIn();
        guest.tells(new Event.Message(fromLuke(1, "hi")));
        guest.tells(new Event.Message(fromLuke(2, "there")));

        assertThat(guest.hears(Request.Delivered.class).frame().chat()).isEqualTo("luke");
        screen.sees("both", () -> screen.texts(WITH_LUKE).equals(List.of("hi", "there")));
        screen.sees("two unread", () -> unread() == 2);
        client.read(WITH_LUKE, 2);
        assertThat(guest.hears(Request.Read.class).frame()).isEqualTo(new Request.Read("luke", 2));
        screen.sees("none unread", () -> unread() == 0);
    }

    private int unread() {
        return screen.chat(WITH_LUKE).map(chat -> chat.unread()).orElse(-1);
    }

    @Test
    void aMessageThatComesTwiceIsThereOnce() {
        beginSignIn();
        Guest guest = letIn();
        guest.tells(new Event.Message(fromLuke(1, "hi")));
        guest.tells(new Event.Message(fromLuke(1, "hi")));
        guest.tells(new Event.Message(fromLuke(2, "there")));

        screen.sees("both", () -> screen.texts(WITH_LUKE).equals(List.of("hi", "there")));
        screen.sees("two unread", () -> unread() == 2);
    }

    @Test
    void whatWasSaidWithoutALineGoesOutOnceInOrderWhenItIsBack() throws Exception {
        beginSignIn();
        Guest first = letIn();
        String sentBefore = client.send(WITH_LUKE, "one");
        assertThat(first.hears(Request.Message.class).tag()).isEqualTo(sentBefore);
        first.hangsUp();
        screen.stands(LinkState.Waiting.class);
        String sentMeanwhile = client.send(WITH_LUKE, "two");

        Guest second = letIn();
        Envelope<Request.Message> again = second.hears(Request.Message.class);
        assertThat(again.tag()).isEqualTo(sentBefore);
        second.answers(again.tag(), new Reply.Sent(WITH_LUKE, 1, TIME));
        Envelope<Request.Message> next = second.hears(Request.Message.class);
        assertThat(next.tag()).isEqualTo(sentMeanwhile);
        second.answers(next.tag(), new Reply.Sent(WITH_LUKE, 2, TIME));

        screen.sees("both said", () -> said(WITH_LUKE).equals(List.of("one", "two")));
    }

    private List<String> said(Chat chat) {
        return screen.shown(chat).stream()
                .filter(entry -> entry.state() instanceof Entry.State.Said)
                .map(Entry::text)
                .toList();
    }

    @Test
    void whatWaitsSurvivesARestartAndTheWindowIsFullBeforeTheServerAnswers() throws Exception {
        beginSignIn();
        Guest guest = letIn();
        everybody(guest, List.of(new Someone.There(LUKE, Status.ONLINE, TIME)));
        guest.tells(new Event.Message(fromLuke(1, "hi")));
        guest.hears(Request.Delivered.class);
        String id = client.send(WITH_LUKE, "hello");
        client.draft(Chat.EVERYONE, "dear all");
        guest.hears(Request.Message.class);
        screen.sees("luke", () -> screen.person("luke").isPresent());

        reopen();
        client.resume();
        Change.Opened opened = screen.hears(Change.Opened.class);

        assertThat(opened.snapshot().me()).isEqualTo(YODA);
        assertThat(opened.snapshot().people()).extracting("user").containsExactly(LUKE);
        assertThat(screen.chat(Chat.EVERYONE).map(chat -> chat.draft())).contains("dear all");
        assertThat(screen.chat(WITH_LUKE).flatMap(chat -> chat.last()).map(Entry::text))
                .contains("hello");
        client.latest(WITH_LUKE);
        screen.sees("both", () -> screen.texts(WITH_LUKE).equals(List.of("hi", "hello")));
        Guest again = server.guest();
        Envelope<Request.Login> login = again.hears(Request.Login.class);
        assertThat(login.frame().proof()).isEqualTo(new Proof.Token("token-1"));
        again.answers(login.tag(), welcome("log-1"));
        assertThat(again.hears(Request.Message.class).tag()).isEqualTo(id);
    }

    @Test
    void aRefusedMessageFailsAndGoesOutAgainOnDemand() {
        beginSignIn();
        Guest guest = letIn();
        String id = client.send(WITH_LUKE, "hi");
        guest.answers(
                guest.hears(Request.Message.class).tag(),
                new Reply.Error(Refusal.BLOCKED, "They have blocked you."));
        screen.sees("failed", () -> state().equals(new Entry.State.Failed(Entry.Failure.BLOCKED)));

        client.retry(id);
        Envelope<Request.Message> again = guest.hears(Request.Message.class);
        assertThat(again.tag()).isEqualTo(id);
        guest.answers(again.tag(), new Reply.Sent(WITH_LUKE, 1, TIME));

        screen.sees("said", () -> state().equals(new Entry.State.Said(1, 1)));
    }

    private Entry.State state() {
        List<Entry> shown = screen.shown(WITH_LUKE);
        return shown.isEmpty() ? new Entry.State.Waiting() : shown.getFirst().state();
    }

    @Test
    void anUnavailableStoreIsAskedAgain() {
        beginSignIn();
        Guest guest = letIn();
        String id = client.send(WITH_LUKE, "hi");
        guest.answers(
                guest.hears(Request.Message.class).tag(),
                new Reply.Error(Refusal.UNAVAILABLE, "Ask again.", new Reply.Detail.RetryAfter(1)));

        assertThat(guest.hears(Request.Message.class).tag()).isEqualTo(id);
    }

    @Test
    void aTextTooLongNeverLeavesTheDesktop() {
        beginSignIn();
        letIn();
        client.send(WITH_LUKE, "x".repeat(16_385));

        screen.sees("failed", () -> state().equals(new Entry.State.Failed(Entry.Failure.TOO_LONG)));
    }

    @Test
    void afterCatchingUpWhatIsLackingIsFetched() {
        beginSignIn();
        Guest guest = letIn();
        nobodyElse(guest);
        guest.tells(new Event.Message(fromLuke(1, "one")));
        guest.tells(new Event.Message(fromLuke(3, "three")));
        client.latest(WITH_LUKE);
        caughtUp(guest, new ChatState.OfTwo(LUKE, 3, 3, 0, 3, 2));

        Envelope<Request.History> ask = guest.hears(Request.History.class);
        assertThat(ask.frame().chat()).isEqualTo("luke");
        guest.answers(
                ask.tag(), new Reply.History(WITH_LUKE, List.of(fromMe(2, "two", "phone")), true));
        screen.hears(Change.CaughtUp.class);

        assertThat(screen.texts(WITH_LUKE)).containsExactly("one", "two", "three");
        assertThat(screen.chat(WITH_LUKE).map(chat -> chat.cursors().theirRead())).contains(2L);
    }

    @Test
    void whatWasSaidToEveryoneMeanwhileIsFetchedAndUnread() {
        beginSignIn();
        Guest guest = letIn();
        nobodyElse(guest);
        caughtUp(guest, new ChatState.OfAll(7));

        Envelope<Request.History> ask = guest.hears(Request.History.class);
        assertThat(ask.frame().chat()).isEqualTo("*");
        guest.answers(
                ask.tag(),
                new Reply.History(
                        Chat.EVERYONE,
                        List.of(
                                new ChatMessage(Chat.EVERYONE, LUKE, 2, "hello all", TIME, ""),
                                new ChatMessage(Chat.EVERYONE, LUKE, 5, "bye all", TIME, "")),
                        false));
        screen.hears(Change.CaughtUp.class);

        assertThat(screen.chat(Chat.EVERYONE).map(chat -> chat.unread())).contains(2);
    }

    @Test
    void anotherStoreLeavesTheOldHistoryReadableAndBeginsAnew() {
        beginSignIn();
        Guest first = letIn("log-1");
        first.tells(new Event.Message(fromLuke(1, "old")));
        first.hears(Request.Delivered.class);
        first.hangsUp();

        Guest second = letIn("log-2");
        second.tells(new Event.Message(fromLuke(1, "new")));
        assertThat(second.hears(Request.Delivered.class).frame().seq()).isEqualTo(1);
        screen.sees("new", () -> screen.texts(WITH_LUKE).contains("new"));
        client.latest(WITH_LUKE);

        screen.sees("both", () -> screen.texts(WITH_LUKE).equals(List.of("old", "new")));
        screen.sees("one unread", () -> unread() == 1);
    }

    @Test
    void afterATakeoverTheDesktopStaysAwayUntilItsOwnerTakesItBack() {
        beginSignIn();
        letIn().tells(new Event.Bye(ByeReason.TAKEOVER, 0));
        screen.sees(
                "stopped", () -> screen.link().equals(new LinkState.Stopped(new Stop.TakenOver())));

        client.active();
        client.tryNow();

        Request.Login login = server.guest().hears(Request.Login.class).frame();
        assertThat(login.takeover()).isTrue();
        assertThat(login.proof()).isEqualTo(new Proof.Token("token-1"));
    }

    @Test
    void afterIdlenessTheNextTouchComesBack() {
        beginSignIn();
        letIn().tells(new Event.Bye(ByeReason.IDLE, 0));
        screen.sees("stopped", () -> screen.link().equals(new LinkState.Stopped(new Stop.Idle())));

        client.active();
        letIn();

        screen.stands(LinkState.Online.class);
    }

    @Test
    void aTokenThatIsGoodNoMoreStopsAtTheLoginDialogOverAReadableWindow() {
        beginSignIn();
        letIn().hangsUp();
        Guest again = server.guest();
        again.answers(
                again.hears(Request.Login.class).tag(),
                new Reply.Error(Refusal.BAD_TOKEN, "Sign in with your password."));

        screen.sees(
                "stopped",
                () ->
                        screen.link()
                                .equals(
                                        new LinkState.Stopped(
                                                new Stop.Refused(
                                                        new SignInOutcome.TokenRefused()))));
        assertThat(screen.me()).contains(YODA);
        screen.sees(
                "token forgotten",
                () -> client.remembered().map(Client.Remembered::kept).equals(Optional.of(false)));
    }

    @Test
    void aServerThatVanishesInTheMiddleOfAFrameCostsNothing() {
        beginSignIn();
        Guest first = letIn();
        first.says("{\"type\":\"message\",\"chat\":\"luke\",\"from\":\"lu");
        first.hangsUp();

        Guest second = letIn();
        second.tells(new Event.Message(fromLuke(1, "whole")));

        screen.sees("whole", () -> screen.texts(WITH_LUKE).equals(List.of("whole")));
    }

    @Test
    void nonsenseInBetweenIsPassedOver() {
        beginSignIn();
        Guest guest = letIn();
        guest.says("{\"type\":\"message\",\"chat\":7}\n");
        guest.says("{\"type\":\"confetti\"}\n");
        guest.says("no json\n");
        guest.tells(new Event.Message(fromLuke(1, "sense")));

        screen.sees("sense", () -> screen.texts(WITH_LUKE).equals(List.of("sense")));
    }

    @Test
    void requestsFailWithoutALineAndOnOneThatBreaks() {
        assertThat(client.ask(new Request.Chats("")))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withCauseInstanceOf(NoLine.class);
        beginSignIn();
        Guest guest = letIn();
        screen.stands(LinkState.Online.class);

        CompletableFuture<Reply> asked = client.ask(new Request.Chats("luke"));
        guest.hears(Request.Chats.class);
        guest.hangsUp();

        assertThat(asked)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withCauseInstanceOf(NoLine.class);
    }

    @Test
    void blockingMarksThePersonOnceTheServerHasSaidYes() throws Exception {
        beginSignIn();
        Guest guest = letIn();
        everybody(guest, List.of(new Someone.There(LUKE, Status.ONLINE, TIME)));
        screen.sees("luke", () -> screen.person("luke").isPresent());

        CompletableFuture<Reply> blocked = client.block(LUKE);
        guest.answers(guest.hears(Request.Block.class).tag(), new Reply.Ok());

        assertThat(blocked.get(5, TimeUnit.SECONDS)).isEqualTo(new Reply.Ok());
        screen.sees(
                "blocked",
                () -> screen.person("luke").map(person -> person.blocked()).orElse(false));
    }

    @Test
    void signingOutSaysGoodbyeAndClosesTheWindow() throws Exception {
        beginSignIn();
        Guest guest = letIn();
        screen.stands(LinkState.Online.class);

        CompletableFuture<Void> gone = client.signOut(Client.Leaving.FORGETTING);
        Envelope<Request.Logout> logout = guest.hears(Request.Logout.class);
        assertThat(logout.frame().forget()).isTrue();
        guest.answers(logout.tag(), new Reply.Goodbye());

        gone.get(5, TimeUnit.SECONDS);
        assertThat(screen.me()).isEmpty();
        assertThat(client.remembered().map(Client.Remembered::kept)).contains(false);
    }

    @Test
    void whatWasBusyOnALostLineIsBusyOnTheNext() {
        beginSignIn();
        Guest first = letIn();
        screen.stands(LinkState.Online.class);
        client.status(Status.BUSY);
        first.hears(Request.SetStatus.class);
        first.hangsUp();

        assertThat(letIn().hears(Request.SetStatus.class).frame())
                .isEqualTo(new Request.SetStatus(Status.BUSY));
    }

    @Test
    void olderPagesComeFromTheServerAndThenFromTheDisk() {
        beginSignIn();
        Guest guest = letIn();
        nobodyElse(guest);
        guest.tells(new Event.Message(fromLuke(60, "newest")));
        screen.sees("newest", () -> !screen.texts(WITH_LUKE).isEmpty());
        client.latest(WITH_LUKE);

        client.older(WITH_LUKE);
        Envelope<Request.History> ask = guest.hears(Request.History.class);
        List<ChatMessage> page =
                LongStream.range(1, 60).mapToObj(seq -> fromLuke(seq, "m" + seq)).toList();
        guest.answers(ask.tag(), new Reply.History(WITH_LUKE, page, false));
        screen.sees("51", () -> screen.shown(WITH_LUKE).size() == 51);
        client.older(WITH_LUKE);
        screen.sees("60", () -> screen.shown(WITH_LUKE).size() == 60);

        assertThat(screen.texts(WITH_LUKE).getFirst()).isEqualTo("m1");
        Change.HistoryLoaded last =
                screen.changes().stream()
                        .filter(Change.HistoryLoaded.class::isInstance)
                        .map(Change.HistoryLoaded.class::cast)
                        .reduce((a, b) -> b)
                        .orElseThrow();
        assertThat(last.more()).isFalse();
    }

    @Test
    void aProfileOpensOnce() {
        assertThat(catchThrowable(() -> Client.open(folder.resolve("profile"))))
                .hasMessageContaining("open already");
    }
}
