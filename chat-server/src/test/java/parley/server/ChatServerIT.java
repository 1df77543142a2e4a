package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.ByeReason;
import parley.protocol.ChatMessage;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

@Timeout(120)
class ChatServerIT {
    @TempDir private Path folder;
    private ChatServer server;

    @BeforeEach
    void start() throws Exception {
        server = Houses.open(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Client signIn(String name) throws IOException {
        return Client.signIn(name, server.port());
    }

    @Test
    void whatIsSaidIsHeard() throws IOException {
        try (Client yoda = signIn("yoda");
                Client luke = signIn("luke")) {
            yoda.says("do or do not", luke);

            assertThat(luke.hears().text()).isEqualTo("do or do not");
        }
    }

    @Test
    void whatWasPipelinedIsAnsweredInOrder() throws IOException {
        try (Client yoda = signIn("yoda")) {
            for (int n = 0; n < 300; n++) {
                yoda.sends("m" + n, new Request.Message("luke", "text " + n));
            }
            yoda.sends("h", new Request.History("luke", new Request.Page.Latest(), 1));

            Reply.History history = (Reply.History) yoda.answerTo("h");

            assertThat(history.messages()).extracting(ChatMessage::seq).containsExactly(300L);
        }
    }

    @Test
    void aSlowReaderLosesTheConnectionAndNoMessage() throws IOException {
        String text = "x".repeat(16_000);
        int count = 600;
        try (Client yoda = signIn("yoda");
                Client luke = signIn("luke")) {
            for (int n = 0; n < count; n++) {
                yoda.sends("m" + n, new Request.Message("luke", text));
                if (n % 50 == 49) {
                    yoda.answerTo("m" + n);
                }
            }
            assertThat(luke.hearsBye()).isEqualTo(ByeReason.SLOW);
            luke.hearsTheEnd();

            try (Client again = signIn("luke")) {
                assertThat(again.hearsAllThatWaited())
                        .extracting(ChatMessage::seq)
                        .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
            }
        }
    }

    @Test
    void theClosingServerSaysByeAndKeepsWhatItTook() throws IOException {
        try (Client yoda = signIn("yoda")) {
            yoda.sends("m", new Request.Message("luke", "hi"));
            assertThat(yoda.answerTo("m")).isInstanceOf(Reply.Sent.class);

            server.close();

            assertThat(yoda.hearsBye()).isEqualTo(ByeReason.SHUTDOWN);
            yoda.hearsTheEnd();
        }
    }

    @Test
    void nobodyIsTurnedAwayForAGhost() throws IOException {
        try (Client ghost = signIn("yoda");
                Client again = signIn("yoda")) {
            assertThat(ghost.hearsBye()).isEqualTo(ByeReason.TAKEOVER);
            ghost.hearsTheEnd();
            assertThat(again.asks(new Request.Ping())).isInstanceOf(Reply.Pong.class);
        }
    }

    @Test
    void whoIsAliveIsNotTakenOver() throws Exception {
        try (Client yoda = signIn("yoda");
                Client other = Client.connect("yoda", server.port())) {
            other.sends("l", other.login());
            Thread living =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    yoda.hearsTheEnd();
                                } catch (IOException end) {
                                    assertThat(end).isNotNull();
                                }
                            });

            Reply reply = other.answerTo("l");

            assertThat(((Reply.Error) reply).code()).isEqualTo(Refusal.ALREADY_ONLINE);
            yoda.close();
            living.join();
        }
    }

    @Test
    void whoHalfClosesStillGetsEveryAnswer() throws IOException {
        try (Client yoda = Client.connect("yoda", server.port())) {
            yoda.sends("l", yoda.login());
            for (int n = 0; n < 20; n++) {
                yoda.sends("m" + n, new Request.Message("luke", "text " + n));
            }
            yoda.sendsRaw(
                    "{\"type\":\"who\",\"id\":\"w\"}\n{\"half".getBytes(StandardCharsets.UTF_8));
            yoda.endsSending();

            yoda.hearsTheEnd();

            assertThat(yoda.answerTo("m19")).isInstanceOf(Reply.Sent.class);
            assertThat(yoda.answerTo("w")).isInstanceOf(Reply.Users.class);
        }
    }

    @Test
    void aRemovedAccountIsSignedOut() throws IOException {
        try (Client luke = signIn("luke")) {
            Files.writeString(folder.resolve("credentials.txt"), "yoda pw-yoda\nleia pw-leia\n");

            assertThat(luke.hearsBye()).isEqualTo(ByeReason.REMOVED);
            luke.hearsTheEnd();
        }
    }

    @Test
    void afterABlockIsAnsweredNothingOfTheBlockedComes() throws IOException {
        try (Client yoda = signIn("yoda");
                Client luke = signIn("luke")) {
            for (int n = 0; n < 200; n++) {
                yoda.sends("m" + n, new Request.Message("luke", "text " + n));
                if (n == 100) {
                    luke.sends("b", new Request.Block("yoda"));
                }
            }
            assertThat(luke.answerTo("b")).isEqualTo(new Reply.Ok());
            yoda.answerTo("m199");

            List<ChatMessage> before = luke.messagesHeard();
            assertThat(luke.asks(new Request.Ping())).isInstanceOf(Reply.Pong.class);
            assertThat(luke.messagesHeard()).isEqualTo(before);
        }
    }
}
