package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.Event;
import parley.protocol.PeerAddress;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class RelayIT {
    private static final String KEY = "QhPFsK6Zn3G1pTdPXo7tqYkVdAkgcOJHmE3qYfX2bQI";
    private static final List<PeerAddress> ADDRESSES =
            List.of(PeerAddress.parse("192.0.2.7:41233").orElseThrow());

    @TempDir private Path folder;

    private ChatServer server;
    private Client yoda;
    private Client luke;
    private Event.PrivateReady toYoda;
    private Event.PrivateReady toLuke;

    @BeforeEach
    void twoHaveAgreedToTalkInPrivate() throws Exception {
        server = Houses.open(folder);
        yoda = Client.signIn("yoda", server.port());
        luke = Client.signIn("luke", server.port());
        var introduced = (Reply.Introduced) yoda.asks(new Request.Private("luke", ADDRESSES, KEY));
        luke.asks(new Request.PrivateAccept(introduced.session(), ADDRESSES, KEY));
        toYoda = yoda.hears(Event.PrivateReady.class);
        toLuke = luke.hears(Event.PrivateReady.class);
    }

    @AfterEach
    void close() throws IOException {
        yoda.close();
        luke.close();
        server.close();
    }

    private Client comes(String ticket) throws IOException {
        Client end = Client.connect("an end", server.port());
        end.sends("r", new Request.Relay(ticket));
        return end;
    }

    @Test
    void eachHasATicketOfTheirOwn() {
        assertThat(toYoda.relay()).isNotEmpty().isNotEqualTo(toLuke.relay());
    }

    @Test
    void onceBothAreThereBytesGoThroughBothWaysWhateverTheyAre() throws Exception {
        try (Client first = comes(toYoda.relay())) {
            assertThat(luke.hears(Event.RelayWanted.class).session()).isEqualTo(toYoda.session());
            try (Client second = comes(toLuke.relay())) {
                assertThat(first.answerTo("r")).isEqualTo(new Reply.Relayed());
                assertThat(second.answerTo("r")).isEqualTo(new Reply.Relayed());

                byte[] noise = new byte[3_000_000];
                new Random(7).nextBytes(noise);
                Thread writer = Thread.ofVirtual().start(() -> send(first, noise));
                assertThat(second.hearsRaw(noise.length)).isEqualTo(noise);
                writer.join();

                second.sendsRaw(new byte[] {'o', 'k', 0, '\n'});
                assertThat(first.hearsRaw(4)).containsExactly('o', 'k', 0, '\n');
            }
            first.hearsTheEnd();
        }
    }

    private static void send(Client from, byte[] bytes) {
        try {
            from.sendsRaw(bytes);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void anotherTicketIsBadAndTheConnectionStays() throws Exception {
        try (Client stranger = Client.connect("stranger", server.port())) {
            var refusal = (Reply.Error) stranger.asks(new Request.Relay("nonsense"));

            assertThat(refusal.code()).isEqualTo(Refusal.BAD_TICKET);
            assertThat(stranger.asks(new Request.Ping())).isEqualTo(new Reply.Pong());
        }
    }

    @Test
    void aTicketIsNothingForAConnectionThatIsSignedIn() throws Exception {
        var refusal = (Reply.Error) yoda.asks(new Request.Relay(toYoda.relay()));

        assertThat(refusal.code()).isEqualTo(Refusal.BAD_FRAME);
    }

    @Test
    void whoSpeaksBeforeTheOtherIsThereIsClosed() throws Exception {
        try (Client first = comes(toYoda.relay())) {
            luke.hears(Event.RelayWanted.class);
            first.sendsRaw(new byte[] {1, 2, 3});

            first.hearsTheEnd();
        }
    }

    @Test
    void whoUsesATicketAgainClosesBothAndBothComeAgain() throws Exception {
        try (Client first = comes(toYoda.relay());
                Client second = comes(toLuke.relay())) {
            first.answerTo("r");
            second.answerTo("r");
            try (Client again = comes(toYoda.relay())) {
                first.hearsTheEnd();
                second.hearsTheEnd();
                try (Client secondAgain = comes(toLuke.relay())) {
                    assertThat(again.answerTo("r")).isEqualTo(new Reply.Relayed());
                    secondAgain.answerTo("r");
                    secondAgain.sendsRaw(new byte[] {42});
                    assertThat(again.hearsRaw(1)).containsExactly(42);
                }
            }
        }
    }

    @Test
    void aConnectionThatWaitsDoesNotCountAsAStrangerAndSurvivesASignOut() throws Exception {
        try (Client first = comes(toYoda.relay())) {
            luke.hears(Event.RelayWanted.class);
            yoda.asks(new Request.Logout(false));
            try (Client second = comes(toLuke.relay())) {
                assertThat(first.answerTo("r")).isEqualTo(new Reply.Relayed());
                assertThat(second.answerTo("r")).isEqualTo(new Reply.Relayed());
            }
        }
    }

    @Test
    void aServerThatEndsSaysNothingIntoWhatIsRelayed() throws Exception {
        try (Client first = comes(toYoda.relay());
                Client second = comes(toLuke.relay())) {
            first.answerTo("r");
            second.answerTo("r");

            server.close();

            assertThat(first.hearsRaw(1)).isEmpty();
            assertThat(second.hearsRaw(1)).isEmpty();
        }
    }
}
