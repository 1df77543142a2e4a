package parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

class LineReaderTest {
    private static LineReader reading(String bytes) {
        return new LineReader(
                new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), 1000);
    }

    private static String text(LineReader reader) {
        return new String(reader.buffer(), reader.from(), reader.length(), StandardCharsets.UTF_8);
    }

    private static String next(LineReader reader) throws IOException {
        return reader.next() == LineReader.Outcome.LINE ? text(reader) : "—";
    }

    @Test
    void linesEndWithLfOrWithCrLfAndEmptyOnesArePassedOver() throws IOException {
        LineReader reader = reading("one\n\r\n\n\ntwo\r\n three \r\r\nrest without end");

        assertThat(next(reader)).isEqualTo("one");
        assertThat(next(reader)).isEqualTo("two");
        assertThat(next(reader)).isEqualTo(" three \r");
        assertThat(reader.next()).isEqualTo(LineReader.Outcome.END);
    }

    @Test
    void aLineMayHaveExactlyTheLimitWithItsEnd() throws IOException {
        String longest = "x".repeat(999);

        assertThat(next(reading(longest + "\n"))).isEqualTo(longest);
        assertThat(next(reading("y\n" + longest + "\n"))).isEqualTo("y");
        assertThat(reading(longest + "x\n").next()).isEqualTo(LineReader.Outcome.TOO_LONG);
        assertThat(reading(longest + "x").next()).isEqualTo(LineReader.Outcome.TOO_LONG);
        assertThat(reading("x".repeat(998) + "\r\n").next()).isEqualTo(LineReader.Outcome.LINE);
        assertThat(reading("x".repeat(999) + "\r\n").next()).isEqualTo(LineReader.Outcome.TOO_LONG);
    }

    @Test
    void bytesThatDripInMakeTheSameLines() throws IOException {
        InputStream drip =
                new InputStream() {
                    private int at;

                    @Override
                    public int read() {
                        return at < 3000 ? (++at % 600 == 0 ? '\n' : 'a') : -1;
                    }

                    @Override
                    public int read(byte[] into, int offset, int count) {
                        int one = read();
                        if (one >= 0) {
                            into[offset] = (byte) one;
                        }
                        return one < 0 ? -1 : 1;
                    }
                };
        LineReader reader = new LineReader(drip, 1000);

        for (int i = 0; i < 5; i++) {
            assertThat(next(reader)).hasSize(599);
        }
        assertThat(reader.next()).isEqualTo(LineReader.Outcome.END);
    }

    @Test
    void rawBytesBehindALineAreReadAsTheyAre() throws IOException {
        LineReader reader = reading("head\n\n\r\nXYnext\n");

        assertThat(next(reader)).isEqualTo("head");
        byte[] raw = new byte[5];
        reader.readFully(raw, 0, 5);

        assertThat(raw).containsExactly('\n', '\r', '\n', 'X', 'Y');
        assertThat(next(reader)).isEqualTo("next");
    }
}
