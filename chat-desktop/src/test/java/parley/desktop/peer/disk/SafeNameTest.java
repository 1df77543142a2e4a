package parley.desktop.peer.disk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SafeNameTest {
    private static final int NAMES = 3_000;
    private static final String[] PARTS = {
        "..",
        ".",
        " ",
        "/",
        "\\",
        ":",
        "con",
        "NUL",
        "COM1",
        "com\u00b9",
        "\uff23\uff2f\uff2e",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\u0000",
        "\n",
        "\u0301",
        "e",
        "\u00e9",
        "a",
        "b",
        ".txt",
        ".exe",
        ".part",
        "\ud83d\ude42",
        "\ud83d",
        "\uff0f",
        "\u2215",
        "\u3164",
        "\u00a0",
        "\u2028",
        "\u1100",
        "\u1161",
        "<",
        "\u0338",
        "x".repeat(90),
        "\u00fc".repeat(90),
        "-",
        "~"
    };

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("plan.pdf", "plan.pdf"),
                Arguments.of("Größe über 1.tar.gz", "Größe über 1.tar.gz"),
                Arguments.of("../../etc/passwd", "_.._etc_passwd"),
                Arguments.of("..\\..\\boot.ini", "_.._boot.ini"),
                Arguments.of("/etc/passwd", "_etc_passwd"),
                Arguments.of("C:\\x.txt", "C__x.txt"),
                Arguments.of("x.txt:stream", "x.txt_stream"),
                Arguments.of("\uff0fetc", "_etc"),
                Arguments.of(".bashrc", "bashrc"),
                Arguments.of("....", "file"),
                Arguments.of("x.txt. . .", "x.txt"),
                Arguments.of("a\u202egpj.exe", "agpj.exe"),
                Arguments.of("in\u200bvoice\u2066.pdf", "invoice.pdf"),
                Arguments.of("a\nb\tc\u0000d", "abcd"),
                Arguments.of("a\u2028b", "ab"),
                Arguments.of("a\u00a0b", "a b"),
                Arguments.of("e\u0301t\u00e9", "\u00e9t\u00e9"),
                Arguments.of("e\u200d\u0301", "\u00e9"),
                Arguments.of("\u3164", "file"),
                Arguments.of("CON", "_CON"),
                Arguments.of("nul.txt", "_nul.txt"),
                Arguments.of("Aux .tar.gz", "_Aux .tar.gz"),
                Arguments.of("COM\u00b9.log", "_COM\u00b9.log"),
                Arguments.of("lpt9", "_lpt9"),
                Arguments.of("conin$", "_conin$"),
                Arguments.of("COM10", "COM10"),
                Arguments.of("console.log", "console.log"),
                Arguments.of("what?*.txt", "what__.txt"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsMadeSafe(String offered, String safe) {
        assertThat(SafeName.of(offered)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "\u202e", "\u0000", "\ud83d", ". . ."})
    void nothingSafeIsCalledFile(String offered) {
        assertThat(SafeName.of(offered)).isEqualTo("file");
    }

    @Test
    void aLongNameKeepsItsExtensionAndWholeCharacters() {
        String safe = SafeName.of("\u00fc".repeat(300) + ".jpeg");

        assertThat(safe).endsWith("\u00fc.jpeg");
        assertThat(bytes(safe)).isBetween(SafeName.BYTES - 1, SafeName.BYTES);
        assertThat(bytes(SafeName.of("a." + "x".repeat(300)))).isEqualTo(SafeName.BYTES);
    }

    @Test
    void aNumberStandsInFrontOfTheExtension() {
        assertThat(SafeName.numbered("plan.tar.gz", 2)).isEqualTo("plan.tar (2).gz");
        assertThat(SafeName.numbered("plan", 1)).isEqualTo("plan (1)");
    }

    /// A name that fails is printed with its seed, which `-Dseed=N` plays alone.
    @Test
    void whateverIsOfferedOneSafeSegmentComesOut() {
        Integer one = Integer.getInteger("seed");
        IntStream seeds = one == null ? IntStream.range(0, NAMES) : IntStream.of(one);
        seeds.forEach(seed -> {
            String offered = anyName(new Random(seed));

            String safe = SafeName.of(offered);

            assertThat(isSafe(safe)).as("-Dseed=%s: %s becomes %s", seed, offered, safe).isTrue();
            assertThat(SafeName.of(safe)).as("-Dseed=%s: %s", seed, safe).isEqualTo(safe);
        });
    }

    private static String anyName(Random random) {
        StringBuilder name = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            if (random.nextInt(4) == 0) {
                name.append((char) random.nextInt(0x10000));
            } else {
                name.append(PARTS[random.nextInt(PARTS.length)]);
            }
        }
        return name.toString();
    }

    private static boolean isSafe(String name) {
        boolean oneSegment =
                Path.of(name).getNameCount() == 1
                        && !name.isEmpty()
                        && name.codePoints().noneMatch(SafeNameTest::isOdd);
        boolean ends =
                !name.startsWith(".")
                        && !name.startsWith(" ")
                        && !name.endsWith(".")
                        && !name.endsWith(" ");
        return oneSegment
                && ends
                && bytes(name) <= SafeName.BYTES
                && Normalizer.isNormalized(name, Normalizer.Form.NFC)
                && !name.matches("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    }

    private static boolean isOdd(int point) {
        return "/\\:*?\"<>|".indexOf(point) >= 0
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
