package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import parley.wire.Decoded;

import java.io.EOFException;
import java.io.UncheckedIOException;

/// Any line that another desktop may say, and raw bytes behind it: what was understood can be said,
/// and is then understood as the same.
class PeerCodecFuzz {
    @FuzzTest(maxDuration = "60s")
    void anyLineIsAFrameOrBroken(byte[] line) {
        try {
            judge(OneFrame.decode(line));
        } catch (UncheckedIOException cut) {
            assertThat(cut).hasCauseInstanceOf(EOFException.class);
        }
    }

    private static void judge(Decoded<PeerFrame> decoded) {
        switch (decoded) {
            case Decoded.Broken<PeerFrame> broken -> assertThat(broken.message()).isNotBlank();
            case Decoded.Frame<PeerFrame>(PeerFrame.Unknown(String type)) ->
                    assertThat(type).isNotNull();
            case Decoded.Frame<PeerFrame>(PeerFrame frame) -> {
                byte[] again = PeerCodec.encode(frame);

                assertThat(OneFrame.decode(again)).isEqualTo(new Decoded.Frame<>(frame));
            }
        }
    }
}
