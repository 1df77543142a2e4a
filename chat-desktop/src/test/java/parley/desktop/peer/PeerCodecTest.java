package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import parley.wire.Decoded;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;

class PeerCodecTest {
    private static final Instant TIME = Instant.parse("2026-11-22T15:04:05.123Z");

    private static Decoded<PeerFrame> decode(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return PeerCodec.decode(bytes, 0, bytes.length);
    }

    private static String encode(PeerFrame frame) {
        return new String(PeerCodec.encode(frame), StandardCharsets.UTF_8);
    }

    static Stream<PeerFrame> sentences() {
        return Stream.of(
                new PeerFrame.Open("s1"),
                new PeerFrame.Opened(),
                new PeerFrame.Message(new PeerMessage("m1", "\"Größe\" \n 🙂", TIME)),
                new PeerFrame.Delivered("m1"),
                new PeerFrame.Read("m1"),
                new PeerFrame.Typing(),
                new PeerFrame.Ping(),
                new PeerFrame.Pong(),
                new PeerFrame.Bye("ended"),
                new PeerFrame.Bye(""));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void whatIsWrittenIsReadBackAsItWas(PeerFrame frame) {
        assertThat(decode(encode(frame).strip())).isEqualTo(new Decoded.Frame<>(frame));
    }

    @Test
    void aMessageStandsOnTheWireAsTheProtocolSays() {
        PeerFrame message = new PeerFrame.Message(new PeerMessage("m1", "hi", TIME));

        assertThat(encode(message))
                .isEqualTo(
                        "{\"type\":\"message\",\"id\":\"m1\",\"text\":\"hi\","
                                + "\"time\":\"2026-11-22T15:04:05.123Z\"}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "[]",
                "{\"type\":\"open\"}",
                "{\"type\":\"open\",\"session\":1}",
                "{\"type\":\"message\",\"id\":\"\",\"text\":\"hi\",\"time\":\"2026-11-22T15:04:05Z\"}",
                "{\"type\":\"message\",\"id\":\"1\",\"text\":\"\",\"time\":\"2026-11-22T15:04:05Z\"}",
                "{\"type\":\"message\",\"id\":\"1\",\"text\":\"hi\",\"time\":\"noon\"}",
                "{\"type\":\"message\",\"id\":\"1\",\"text\":\"\\ud800\",\"time\":\"2026-11-22T15:04:05Z\"}",
                "{\"type\":\"read\"}"
            })
    void whatIsNoSentenceIsBroken(String line) {
        assertThat(decode(line)).isInstanceOf(Decoded.Broken.class);
    }

    @Test
    void aSentenceOfALaterVersionIsUnknown() {
        assertThat(decode("{\"type\":\"hologram\",\"x\":[1]}"))
                .isEqualTo(new Decoded.Frame<>(new PeerFrame.Unknown("hologram")));
        assertThatThrownBy(() -> encode(new PeerFrame.Unknown("hologram")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextThatWouldNotFitIntoALineWhenEscapedCannotBeSaid() {
        assertThat(PeerCodec.canBeSaid("\u0001".repeat(16_384))).isFalse();
        assertThat(PeerCodec.canBeSaid("a\u0000b")).isFalse();
        assertThat(PeerCodec.canBeSaid("half \ud83d")).isFalse();
        assertThat(PeerCodec.canBeSaid("x".repeat(16_384))).isTrue();
    }

    @Test
    void aTextIsMeasuredInBytes() {
        assertThat(PeerCodec.tooLong("ü".repeat(8_192))).isFalse();
        assertThat(PeerCodec.tooLong("ü".repeat(8_193))).isTrue();
    }

    @Test
    void wordsStandInNoLog() {
        PeerFrame message = new PeerFrame.Message(new PeerMessage("m1", "secret", TIME));

        assertThat(message.toString()).doesNotContain("secret");
    }
}
