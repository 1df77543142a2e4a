package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.ByeReason;
import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Reply.Someone;
import parley.protocol.Request;
import parley.protocol.Request.Proof;
import parley.protocol.Status;
import parley.server.ServerConfig.LimitsPolicy;
import parley.server.net.PlainPolicy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Timeout(120)
class SigningInIT {
    private final List<Client> clients = new ArrayList<>();
    @TempDir private Path folder;
    private ChatServer server;

    @BeforeEach
    void start() throws Exception {
        write("yoda pw-yoda\nluke pw-luke\n");
        server = started(Duration.ZERO);
    }

    private ChatServer started(Duration timeout) throws CannotStart {
        return ChatServer.start(
                new ServerConfig(
                        0,
                        Optional.of(InetAddress.getLoopbackAddress()),
                        folder.resolve("credentials.txt"),
                        folder.resolve("data"),
                        Duration.ofSeconds(60),
                        timeout,
                        PlainPolicy.LOOPBACK,
                        Optional.empty(),
                        LimitsPolicy.OFF));
    }

    private void write(String credentials) throws IOException {
        Files.writeString(folder.resolve("credentials.txt"), credentials);
    }

    @AfterEach
    void stop() throws IOException {
        for (Client client : clients) {
            client.close();
        }
        server.close();
    }

    private Client connect(String name) throws IOException {
        Client client = Client.connect(name, server.port());
        clients.add(client);
        return client;
    }

    private Reply.Welcome signIn(Client client) throws IOException {
        return (Reply.Welcome) client.asks(client.login());
    }

    private static Request.Login login(String user, Proof proof, boolean takeover) {
        return new Request.Login(
                user, proof, "", false, PresenceMode.EACH, takeover, Limits.PROTOCOL);
    }

    private static Request.Login byPassword(String password) {
        return login("yoda", new Proof.Password(password), false);
    }

    private static Refusal refusal(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Error.class);
        return ((Reply.Error) reply).code();
    }

    /// Has a client read, and so answer pings, until its connection ends.
    private static void keepsReading(Client client) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        client.hearsTheEnd();
                    } catch (IOException closed) {
                        assertThat(closed).hasMessageContaining("closed");
                    }
                });
    }

    @Test
    void whoIsThereAndAliveIsNotPushedAside() throws IOException {
        Client first = connect("yoda");
        signIn(first);
        keepsReading(first);

        Client second = connect("yoda");

        assertThat(refusal(second.asks(second.login()))).isEqualTo(Refusal.ALREADY_ONLINE);
    }

    @Test
    void aGhostIsAskedAndThenReplaced() throws IOException {
        Client ghost = connect("yoda");
        signIn(ghost);

        signIn(connect("yoda"));

        assertThat(ghost.hearsBye()).isEqualTo(ByeReason.TAKEOVER);
    }

    @Test
    void aTakeoverIsUnseenByOthers() throws IOException {
        Client first = connect("yoda");
        signIn(first);
        first.asks(new Request.SetStatus(Status.BUSY));
        Client luke = connect("luke");
        signIn(luke);
        Someone before = onlyOther(luke);

        Client second = connect("yoda");
        second.asks(login("yoda", new Proof.Password("pw-yoda"), true));

        assertThat(first.hearsBye()).isEqualTo(ByeReason.TAKEOVER);
        assertThat(onlyOther(luke)).isEqualTo(before);
    }

    private static Someone onlyOther(Client asker) throws IOException {
        Request.Who who = new Request.Who(new Request.Span.Now(), "");
        List<Someone> users = ((Reply.Users) asker.asks(who)).users();
        assertThat(users).hasSize(1);
        return users.getFirst();
    }

    @Test
    void ofManyWhoTakeOverAtOnceAllAreAnsweredAndOneStays() throws IOException {
        List<Client> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            racers.add(connect("yoda"));
        }

        for (Client racer : racers) {
            racer.sends("race", login("yoda", new Proof.Password("pw-yoda"), true));
        }

        for (Client racer : racers) {
            assertThat(racer.answerTo("race")).isInstanceOf(Reply.Welcome.class);
        }
        assertThat(server.signedIn()).isEqualTo(1);
    }

    @Test
    void threeWrongPasswordsLockWhateverTheConnection() throws IOException {
        assertThat(refusal(connect("a").asks(byPassword("x")))).isEqualTo(Refusal.WRONG_PASSWORD);
        assertThat(refusal(connect("b").asks(byPassword("x")))).isEqualTo(Refusal.WRONG_PASSWORD);

        Client third = connect("c");
        assertThat(refusal(third.asks(byPassword("x")))).isEqualTo(Refusal.LOCKED);
        third.hearsTheEnd();

        Client right = connect("d");
        assertThat(refusal(right.asks(byPassword("pw-yoda")))).isEqualTo(Refusal.LOCKED);
        right.hearsTheEnd();
    }

    @Test
    void aTokenReplacesThePasswordUntilItIsForgotten() throws IOException {
        Client first = connect("yoda");
        Proof token = new Proof.Token(signIn(first).token());
        first.asks(new Request.Logout(false));

        Client second = connect("yoda");
        assertThat(second.asks(login("yoda", token, false))).isInstanceOf(Reply.Welcome.class);
        second.asks(new Request.Logout(true));

        assertThat(refusal(connect("yoda").asks(login("yoda", token, false))))
                .isEqualTo(Refusal.BAD_TOKEN);
    }

    @Test
    void whoHasAnotherPasswordOrIsGoneIsSignedOut() throws IOException {
        Client yoda = connect("yoda");
        signIn(yoda);
        Client luke = connect("luke");
        signIn(luke);

        write("yoda pw-new\nhan pw-han\n");

        assertThat(yoda.hearsBye()).isEqualTo(ByeReason.REMOVED);
        assertThat(luke.hearsBye()).isEqualTo(ByeReason.REMOVED);
        signIn(connect("han"));
    }

    @Test
    void whoAsksForNothingIsSignedOutAfterTheTimeout() throws Exception {
        server.close();
        server = started(Duration.ofSeconds(1));
        Client yoda = connect("yoda");
        signIn(yoda);

        assertThat(yoda.hearsBye()).isEqualTo(ByeReason.IDLE);
    }

    @Test
    void whoWentIsRememberedAcrossARestart() throws Exception {
        signIn(connect("luke"));
        server.close();
        server = started(Duration.ZERO);
        Client yoda = connect("yoda");
        signIn(yoda);

        Reply users = yoda.asks(new Request.Who(new Request.Span.Since(900), ""));

        assertThat(((Reply.Users) users).users()).singleElement().isInstanceOf(Someone.Gone.class);
    }
}
