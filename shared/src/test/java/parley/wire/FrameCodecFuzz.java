package parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import parley.protocol.Envelope;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;

/// Any line as a server reads it: a request that can be written and read again, or a refusal that
/// can be said.
class FrameCodecFuzz {
    @FuzzTest(maxDuration = "60s")
    void anyLineIsARequestOrIsAnswered(byte[] line) {
        switch (FrameCodec.parse(line, 0, line.length)) {
            case Decoded.Broken<RawFrame> broken -> checkAnswer(broken);
            case Decoded.Frame<RawFrame>(RawFrame raw) -> {
                switch (FrameCodec.request(raw)) {
                    case Decoded.Broken<Envelope<Request>> broken -> checkAnswer(broken);
                    case Decoded.Frame<Envelope<Request>>(var request) -> checkAgain(request);
                }
            }
        }
    }

    private static void checkAgain(Envelope<Request> request) {
        byte[] line = FrameCodec.encode(request);

        Decoded.Frame<RawFrame> raw =
                (Decoded.Frame<RawFrame>) FrameCodec.parse(line, 0, line.length - 1);

        assertThat(FrameCodec.request(raw.frame())).isEqualTo(new Decoded.Frame<>(request));
    }

    private static void checkAnswer(Decoded.Broken<?> broken) {
        assertThat(broken.code()).isIn(Refusal.BAD_FRAME, Refusal.UNKNOWN_TYPE);
        assertThat(broken.tag().codePoints()).hasSizeLessThanOrEqualTo(Limits.ID_CHARACTERS);
        Reply answer = new Reply.Error(broken.code(), broken.message());

        byte[] line = FrameCodec.encodeReply(new Envelope<>(broken.tag(), answer));

        assertThat(FrameCodec.heard(line, 0, line.length - 1))
                .isEqualTo(new Decoded.Frame<>(new Heard.Answer(broken.tag(), answer)));
    }
}
