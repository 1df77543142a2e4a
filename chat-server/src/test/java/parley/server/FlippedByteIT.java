package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.server.Cable.Harm;
import parley.server.Cable.Way;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One byte between a client and its server is another one: anywhere in a connection under TLS,
/// from its first byte to its last, either way.
@Timeout(300)
class FlippedByteIT {
    private static final int SEEDS = 80;

    /// How many of a hundred flips must break the connection. Few bytes of a handshake, as the
    /// version of its first records, mean nothing to anybody.
    private static final int MOST = 90;

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir private Path folder;
    private ChatServer server;
    private Cable cable;
    private final Map<Way, Long> bytes = new EnumMap<>(Way.class);
    private final List<String> said = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private int broken;

    @BeforeEach
    void start() throws Exception {
        server = Houses.open(folder);
        cable = new Cable(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        cable.close();
        server.close();
    }

    private interface Round {
        void over(Line line) throws IOException;
    }

    /// Plays a round on a connection of its own, with a flip somewhere, and then once more without.
    private void play(Line line, Round round) throws IOException {
        cable.harm(new Harm.None());
        line.comesBack();
        round.over(line);
        for (Way way : Way.values()) {
            bytes.put(way, cable.passed(way));
        }
        for (int seed = 0; seed < SEEDS; seed++) {
            cable.harm(anyFlip(seed));
            playHarmed(line, round);
            cable.harm(new Harm.None());
            line.comesBack();
            round.over(line);
        }
        assertThat(broken).isGreaterThan(SEEDS * MOST / 100);
    }

    private void playHarmed(Line line, Round round) {
        try {
            line.comesBack(PATIENCE);
            round.over(line);
        } catch (IOException harmed) {
            broken++;
        }
    }

    private Harm anyFlip(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Way way = random.nextBoolean() ? Way.SAID : Way.HEARD;
        long after = random.nextLong(bytes.getOrDefault(way, 1L));
        return new Harm.Flip(way, after, random.nextInt(1, 256));
    }

    @Test
    void whoAsksAgainUnderTheSameIdHasSaidEachThingOnce() throws Exception {
        try (Line yoda = new Line("yoda", Cover.TLS.dialling(folder), cable.port())) {
            play(yoda, line -> saySome(line.client()));
        }

        try (Client luke = Client.signIn("luke", server.port())) {
            assertThat(luke.hearsAllThatWaited()).extracting(ChatMessage::text).isEqualTo(said);
        }
    }

    /// Some words at once, and again the same until all are known to be said.
    private void saySome(Client yoda) throws IOException {
        int known = said.size();
        for (int n = known; n < known + AT_ONCE; n++) {
            yoda.sends("m" + n, new Request.Message("luke", "text " + n));
        }
        List<String> words = new ArrayList<>();
        for (int n = known; n < known + AT_ONCE; n++) {
            Reply reply = yoda.answerTo("m" + n);
            assertThat(((Reply.Sent) reply).seq()).isEqualTo(n + 1);
            words.add("text " + n);
        }
        said.addAll(words);
    }

    @Test
    void whoseLineIsHarmedHearsEachThingUnalteredAndKeepsItOnce() throws Exception {
        try (Client yoda = Client.signIn("yoda", server.port());
                Line luke = new Line("luke", Cover.TLS.dialling(folder), cable.port())) {
            play(luke, line -> hearSome(line.client(), yoda));
        }

        assertThat(heard).isEqualTo(said);
    }

    private void hearSome(Client luke, Client yoda) throws IOException {
        for (ChatMessage waited : luke.hearsAllThatWaited()) {
            keep(waited, luke);
        }
        assertThat(heard).isEqualTo(said);
        for (int n = 0; n < AT_ONCE; n++) {
            String text = "text " + said.size();
            Request words = new Request.Message("luke", text);
            assertThat(yoda.asks(text, words)).isInstanceOf(Reply.Sent.class);
            said.add(text);
        }
        while (heard.size() < said.size()) {
            keep(luke.hears(), luke);
        }
        assertThat(luke.asks(new Request.Ping())).isInstanceOf(Reply.Pong.class);
    }

    /// As a desktop does it: what is there already is known by its place.
    private void keep(ChatMessage message, Client luke) throws IOException {
        int place = (int) message.seq();
        assertThat(message.text()).isEqualTo(said.get(place - 1));
        if (place > heard.size()) {
            assertThat(place).isEqualTo(heard.size() + 1);
            heard.add(message.text());
        }
        luke.sends("", new Request.Delivered("yoda", place));
    }
}
