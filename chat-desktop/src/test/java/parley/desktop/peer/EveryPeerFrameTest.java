package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import parley.desktop.peer.disk.Chunk;
import parley.wire.Decoded;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What one desktop says the other understands as the same, for any value of every sentence. A new
/// record of `PeerFrame` is among them by itself, and fails until somebody says how it is made.
///
/// A value that fails is printed with its seed, which `-Dseed=N` plays alone.
class EveryPeerFrameTest {
    private static final int VALUES = 300;
    private static final int[] EDGES = {
        1, '\t', '\n', '\r', '"', '\\', 0x7f, 0x80, 0x7ff, 0x800, 0x2028, 0xd7ff, 0xe000, 0xfffd,
        0xffff, 0x10000, 0x1f44d, 0x10ffff
    };

    /// All but `Unknown`, which is never said.
    static List<Class<?>> frames() {
        return recordsOf(PeerFrame.class).filter(type -> type != PeerFrame.Unknown.class).toList();
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(EveryPeerFrameTest::recordsOf)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyFrameIsUnderstoodAsItWasSaid(Class<? extends PeerFrame> type) {
        Integer one = Integer.getInteger("seed");
        IntStream seeds = one == null ? IntStream.range(0, VALUES) : IntStream.of(one);
        seeds.forEach(seed -> {
            PeerFrame frame = any(type, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));

            byte[] line = PeerCodec.encode(frame);

            assertThat(OneFrame.decode(line))
                    .as("-Dseed=%s: %s", seed, new String(line, StandardCharsets.UTF_8))
                    .isEqualTo(new Decoded.Frame<>(frame));
        });
    }

    private static PeerFrame any(Class<? extends PeerFrame> type, RandomGenerator random) {
        return switch (type.getSimpleName()) {
            case "Open" -> new PeerFrame.Open(text(random, 0, 60));
            case "Opened" -> new PeerFrame.Opened();
            case "Message" -> new PeerFrame.Message(message(random));
            case "Delivered" -> new PeerFrame.Delivered(text(random, 1, 64));
            case "Read" -> new PeerFrame.Read(text(random, 1, 64));
            case "Typing" -> new PeerFrame.Typing();
            case "Keep" -> new PeerFrame.Keep(random.nextBoolean());
            case "Ping" -> new PeerFrame.Ping();
            case "Pong" -> new PeerFrame.Pong();
            case "Bye" -> new PeerFrame.Bye(text(random, 0, 60));
            case "FileOffer" ->
                    new PeerFrame.FileOffer(
                            text(random, 1, 64), text(random, 1, 255), whole(random), sum(random));
            case "FileAccept" -> new PeerFrame.FileAccept(text(random, 1, 64), whole(random));
            case "FileDecline" -> new PeerFrame.FileDecline(text(random, 1, 64));
            case "FileData" ->
                    new PeerFrame.FileData(text(random, 1, 64), whole(random), piece(random));
            case "FileAck" -> new PeerFrame.FileAck(text(random, 1, 64), whole(random));
            case "FileDone" -> new PeerFrame.FileDone(text(random, 1, 64));
            case "FileCancel" ->
                    new PeerFrame.FileCancel(
                            text(random, 1, 64),
                            CancelReason.values()[random.nextInt(CancelReason.values().length)]);
            case String other -> throw new AssertionError("say here how any " + other + " is made");
        };
    }

    private static long whole(RandomGenerator random) {
        return random.nextLong(1L << random.nextInt(1, 54));
    }

    private static String sum(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Chunk piece(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(1, 1 << random.nextInt(1, 17)) + 1];
        random.nextBytes(bytes);
        return Chunk.of(Arrays.copyOf(bytes, Math.min(bytes.length, PeerLimits.FILE_CHUNK)));
    }

    private static PeerMessage message(RandomGenerator random) {
        Instant time = Instant.ofEpochMilli(random.nextLong(0, 253_402_300_800_000L));
        return new PeerMessage(text(random, 1, 64), text(random, 1, 4_096), time);
    }

    private static String text(RandomGenerator random, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(least, most + 1); left > 0; left--) {
            text.appendCodePoint(
                    random.nextBoolean()
                            ? EDGES[random.nextInt(EDGES.length)]
                            : random.nextInt(' ', 0xd800));
        }
        return text.toString();
    }
}
