package parley.wire;

import parley.protocol.UserName;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Any text that a frame may hold, most of it from where encoders and parsers stumble. Serves one
/// thread.
final class AnyText {
    private static final int[] EDGES = {
        1, '\t', '\n', '\r', 0x1f, ' ', '"', '\\', '/', '{', '}', '[', ']', ',', ':', '\'', 0x7f,
        0x80, 0x85, 0x7ff, 0x800, 0x2028, 0x2029, 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xffff, 0x10000,
        0x1f44d, 0x200d, 0x10ffff
    };

    private final RandomGenerator random;

    AnyText(RandomGenerator random) {
        this.random = random;
    }

    /// A text of this many characters (code points).
    String of(int least, int most) {
        int count = random.nextInt(least, most + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.appendCodePoint(character());
        }
        return text.toString();
    }

    private int character() {
        return switch (random.nextInt(4)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> anywhere();
            default -> random.nextInt('a', 'z' + 1);
        };
    }

    private int anywhere() {
        int point = random.nextInt(1, Character.MAX_CODE_POINT + 1);
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return half ? 'x' : point;
    }

    /// A user's name, of letters of some scripts in both cases.
    UserName name() {
        String letters = "yodaLUKEéßÄжЖ家족ｙ";
        int count = random.nextInt(1, 33);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < count; i++) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        return UserName.of(name.toString());
    }

    /// The base64url of a SHA-256.
    String sha256() {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
