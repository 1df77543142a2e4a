package parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// What was written is read as the same, for any value of every sentence of the protocol. A new
/// record of `Request`, `Reply` or `Event` is among them by itself.
///
/// A value that fails is printed with its seed, which `-Dseed=N` plays alone.
class EveryFrameTest {
    private static final int VALUES = 300;

    static List<Class<?>> requests() {
        return AnyFrame.recordsOf(Request.class);
    }

    static List<Class<?>> replies() {
        return AnyFrame.recordsOf(Reply.class);
    }

    static List<Class<?>> events() {
        return AnyFrame.recordsOf(Event.class);
    }

    static IntStream seeds() {
        Integer one = Integer.getInteger("seed");
        return one == null ? IntStream.range(0, VALUES) : IntStream.of(one);
    }

    private static AnyFrame from(long seed) {
        return new AnyFrame(random(seed));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestIsReadAsItWasWritten(Class<? extends Request> type) {
        seeds().forEach(seed -> {
            AnyFrame any = from(seed);
            Envelope<Request> request = new Envelope<>(any.tag(), any.of(type));

            byte[] line = FrameCodec.encode(request);

            checkLine(line, seed);
            var raw = (Decoded.Frame<RawFrame>) FrameCodec.parse(line, 0, line.length - 1);
            assertThat(FrameCodec.request(raw.frame()))
                    .as("-Dseed=%s: %s", seed, text(line))
                    .isEqualTo(new Decoded.Frame<>(request));
        });
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplyIsHeardAsItWasSaid(Class<? extends Reply> type) {
        seeds().forEach(seed -> {
            AnyFrame any = from(seed);
            String tag = type == Reply.Goodbye.class ? "the id of a logout" : any.tag();
            Reply reply = any.of(type);

            byte[] line = FrameCodec.encodeReply(new Envelope<>(tag, reply));

            checkHeard(line, new Heard.Answer(tag, reply), seed);
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsHeardAsItWasSaid(Class<? extends Event> type) {
        seeds().forEach(seed -> {
            Event event = from(seed).of(type);

            checkHeard(FrameCodec.encode(event), new Heard.Told(event), seed);
        });
    }

    @Test
    void everyPartOfAFrameHasHadItsTurn() {
        AnyFrame any = from(1);
        for (int i = 0; i < VALUES * 10; i++) {
            any.of(Request.class);
            any.of(Reply.class);
        }

        Set<Class<?>> parts = new HashSet<>(requests());
        parts.addAll(replies());
        for (Class<?> sealed :
                List.of(
                        Request.Proof.class,
                        Request.Span.class,
                        Request.Page.class,
                        Reply.Detail.class,
                        Reply.Someone.class,
                        Reply.ChatState.class)) {
            parts.addAll(AnyFrame.recordsOf(sealed));
        }
        assertThat(any.made()).containsAll(parts);
    }

    private static void checkHeard(byte[] line, Heard heard, int seed) {
        checkLine(line, seed);
        assertThat(FrameCodec.heard(line, 0, line.length - 1))
                .as("-Dseed=%s: %s", seed, text(line))
                .isEqualTo(new Decoded.Frame<>(heard));
    }

    private static void checkLine(byte[] line, int seed) {
        String text = text(line);
        assertThat(text.indexOf('\n')).as("-Dseed=%s", seed).isEqualTo(text.length() - 1);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).as("-Dseed=%s", seed).isEqualTo(line);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
