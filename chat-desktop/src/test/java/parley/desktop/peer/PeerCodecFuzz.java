package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import parley.wire.Decoded;

/// Any line that another desktop may say: what was understood can be said, and is then understood
/// as the same.
class PeerCodecFuzz {
    @FuzzTest(maxDuration = "60s")
    void anyLineIsAFrameOrBroken(byte[] line) {
        switch (PeerCodec.decode(line, 0, line.length)) {
            case Decoded.Broken<PeerFrame> broken -> assertThat(broken.message()).isNotBlank();
            case Decoded.Frame<PeerFrame>(PeerFrame.Unknown(String type)) ->
                    assertThat(type).isNotNull();
            case Decoded.Frame<PeerFrame>(PeerFrame frame) -> {
                byte[] again = PeerCodec.encode(frame);

                assertThat(PeerCodec.decode(again, 0, again.length - 1))
                        .isEqualTo(new Decoded.Frame<>(frame));
            }
        }
    }
}
