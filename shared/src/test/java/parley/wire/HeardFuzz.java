package parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Reply;

import java.util.Optional;

/// Any line as a client reads it: what was understood can be written, and is then heard as the
/// same.
class HeardFuzz {
    @FuzzTest(maxDuration = "60s")
    void anyLineIsHeardOrBroken(byte[] line) {
        switch (FrameCodec.heard(line, 0, line.length)) {
            case Decoded.Broken<Heard> broken -> assertThat(broken.message()).isNotBlank();
            case Decoded.Frame<Heard>(Heard heard) ->
                    written(heard).ifPresent(again -> checkAgain(heard, again));
        }
    }

    private static Optional<byte[]> written(Heard heard) {
        return switch (heard) {
            case Heard.Answer(String tag, Reply reply) ->
                    Optional.of(FrameCodec.encodeReply(new Envelope<>(tag, reply)));
            case Heard.Told(Event event) -> Optional.of(FrameCodec.encode(event));
            case Heard.Unknown(String type) -> Optional.empty();
        };
    }

    private static void checkAgain(Heard heard, byte[] line) {
        assertThat(FrameCodec.heard(line, 0, line.length - 1))
                .isEqualTo(new Decoded.Frame<>(heard));
    }
}
