package parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Any bytes, cut in any way, against what a line is said to be.
class LineReaderFuzz {
    /// The first byte of the input settles how the rest is cut, the second how long a line may be.
    private static final int HEAD = 2;

    @FuzzTest(maxDuration = "60s")
    void linesAreTheSameHoweverTheBytesAreCut(byte[] input) throws IOException {
        if (input.length < HEAD) {
            return;
        }
        int limit = 1 + 4 * Byte.toUnsignedInt(input[1]);
        byte[] stream = Arrays.copyOfRange(input, HEAD, input.length);

        assertThat(read(new Cut(stream, input[0]), limit)).isEqualTo(expected(stream, limit));
    }

    private static List<String> read(Cut stream, int limit) throws IOException {
        LineReader reader = new LineReader(stream, limit);
        List<String> lines = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case LINE -> lines.add(text(reader.buffer(), reader.from(), reader.length()));
                case END -> {
                    return lines;
                }
                case TOO_LONG -> {
                    lines.add("too long");
                    return lines;
                }
            }
        }
    }

    private static List<String> expected(byte[] stream, int limit) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < stream.length; at++) {
            if (at - from == limit || stream[at] == '\n' && at - from + 1 > limit) {
                lines.add("too long");
                return lines;
            }
            if (stream[at] == '\n') {
                int end = at > from && stream[at - 1] == '\r' ? at - 1 : at;
                if (end > from) {
                    lines.add(text(stream, from, end - from));
                }
                from = at + 1;
            }
        }
        if (stream.length - from >= limit) {
            lines.add("too long");
        }
        return lines;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /// Gives a few bytes at a time, as a network does.
    private static final class Cut extends ByteArrayInputStream {
        private final RandomGenerator random;

        Cut(byte[] bytes, long seed) {
            super(bytes);
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int most) {
            int longest = 1 << random.nextInt(1, 12);
            return super.read(into, offset, Math.min(most, random.nextInt(1, longest + 1)));
        }
    }
}
