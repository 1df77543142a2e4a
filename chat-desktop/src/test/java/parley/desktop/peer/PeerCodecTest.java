package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import parley.desktop.peer.disk.Chunk;
import parley.wire.Decoded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;

class PeerCodecTest {
    private static final Instant TIME = Instant.parse("2026-11-22T15:04:05.123Z");

    private static final String SUM =
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static Decoded<PeerFrame> decode(String line) {
        return OneFrame.decode(line.getBytes(StandardCharsets.UTF_8));
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
                new PeerFrame.Keep(true),
                new PeerFrame.Keep(false),
                new PeerFrame.Ping(),
                new PeerFrame.Pong(),
                new PeerFrame.Bye("ended"),
                new PeerFrame.Bye(""),
                new PeerFrame.FileOffer("f1", "Größe.pdf", 0, SUM),
                new PeerFrame.FileAccept("f1", 65_536),
                new PeerFrame.FileDecline("f1"),
                new PeerFrame.FileData("f1", 65_536, Chunk.of(new byte[] {0, 10, 13, -1})),
                new PeerFrame.FileAck("f1", 65_540),
                new PeerFrame.FileDone("f1"),
                new PeerFrame.FileCancel("f1", CancelReason.NO_ROOM));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void whatIsWrittenIsReadBackAsItWas(PeerFrame frame) {
        assertThat(OneFrame.decode(PeerCodec.encode(frame))).isEqualTo(new Decoded.Frame<>(frame));
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
                "{\"type\":\"read\"}",
                "{\"type\":\"file-accept\",\"file\":\"1\",\"offset\":-1}",
                "{\"type\":\"file-accept\",\"file\":\"\",\"offset\":0}",
                "{\"type\":\"file-offer\",\"file\":\"1\",\"name\":\"a\",\"size\":1,\"sha256\":\"A6xL\"}",
                "{\"type\":\"file-offer\",\"file\":\"1\",\"name\":\"\",\"size\":1,\"sha256\":\""
                        + SUM
                        + "\"}",
                "{\"type\":\"file-data\",\"file\":\"1\",\"offset\":0,\"length\":0}",
                "{\"type\":\"file-data\",\"file\":\"1\",\"offset\":0,\"length\":65537}",
                "{\"type\":\"file-data\",\"file\":\"1\",\"length\":1}"
            })
    void whatIsNoSentenceIsBroken(String line) {
        assertThat(decode(line)).isInstanceOf(Decoded.Broken.class);
    }

    @Test
    void aPieceOfAFileStandsOnTheWireAsItsLineAndItsBytes() {
        byte[] bytes = "raw\n".getBytes(StandardCharsets.UTF_8);

        assertThat(encode(new PeerFrame.FileData("f1", 9, Chunk.of(bytes))))
                .isEqualTo(
                        "{\"type\":\"file-data\",\"file\":\"f1\",\"offset\":9,\"length\":4}\n"
                                + "raw\n");
    }

    @Test
    void aPieceWithRoomForItsLineIsNotCopied() {
        byte[] array = new byte[100];
        PeerFrame.FileData piece =
                new PeerFrame.FileData("f1", 9, new Chunk(array, 90, 4, taken -> {}));

        ByteBuffer inPlace = PeerCodec.inPlace(piece);

        assertThat(inPlace.array()).isSameAs(array);
        assertThat(inPlace).isEqualTo(ByteBuffer.wrap(PeerCodec.encode(piece)));
    }

    @Test
    void aPieceWithTooLittleRoomForItsLineIsCopied() {
        byte[] array = new byte[100];
        PeerFrame.FileData piece =
                new PeerFrame.FileData("f1", 9, new Chunk(array, 10, 4, taken -> {}));

        ByteBuffer copy = PeerCodec.inPlace(piece);

        assertThat(copy.array()).isNotSameAs(array);
        assertThat(copy).isEqualTo(ByteBuffer.wrap(PeerCodec.encode(piece)));
    }

    @Test
    void aReasonThatIsNotKnownMeansThatItsOwnerDoesNotWantTo() {
        assertThat(decode("{\"type\":\"file-cancel\",\"file\":\"1\",\"reason\":\"rain\"}"))
                .isEqualTo(
                        new Decoded.Frame<>(new PeerFrame.FileCancel("1", CancelReason.CANCELLED)));
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
