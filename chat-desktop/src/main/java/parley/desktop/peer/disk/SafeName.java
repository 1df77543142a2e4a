package parley.desktop.peer.disk;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes one segment of whatever somebody calls a file, which means the same on every system: no
/// separator, nothing that is not seen or turns the writing about, no device of Windows (Microsoft,
/// *Naming Files, Paths, and Namespaces*), no leading dot, no blank or dot at its end, in Unicode's
/// form C, never empty, 200 bytes of UTF-8 at most with its extension kept. So there is room for a
/// number and `.part` in the 255 bytes that file systems have.
///
/// A safe name stays as it is. Stateless.
public final class SafeName {
    /// Bytes of a name.
    public static final int BYTES = 200;

    private static final int EXTENSION_BYTES = 32;
    private static final String NAMELESS = "file";

    /// Separators, and what Windows takes for one when it finds no better character; what it takes
    /// for a pattern, a drive or a stream.
    private static final Pattern FORBIDDEN =
            Pattern.compile("[/\\\\:*?\"<>|\\u2044\\u2215\\u2216\\u29f8\\u29f9\\uff0f\\uff3c]");

    /// Letters that show nothing.
    private static final Pattern BLANK_LETTERS =
            Pattern.compile("[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0]");

    private static final Pattern DEVICE =
            Pattern.compile("CON|PRN|AUX|NUL|CLOCK\\$|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9]");

    private SafeName() {}

    /// The safe name that is nearest to this one.
    public static String of(String name) {
        String seen = Normalizer.normalize(visible(name), Normalizer.Form.NFC);
        String segment = trimmed(FORBIDDEN.matcher(seen).replaceAll("_"));
        if (segment.isEmpty()) {
            return NAMELESS;
        }
        return shortened(isDevice(segment) ? "_" + segment : segment);
    }

    /// The name with this number in front of its extension.
    static String numbered(String name, int number) {
        int dot = extensionAt(name);
        return name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }

    private static String visible(String name) {
        StringBuilder kept = new StringBuilder();
        BLANK_LETTERS
                .matcher(name)
                .replaceAll("")
                .codePoints()
                .forEach(point -> {
                    switch (Character.getType(point)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.SURROGATE,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR,
                                Character.UNASSIGNED -> {}
                        case Character.SPACE_SEPARATOR -> kept.append(' ');
                        default -> kept.appendCodePoint(point);
                    }
                });
        return kept.toString();
    }

    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isDotOrBlank(name.charAt(from))) {
            from++;
        }
        while (from < to && isDotOrBlank(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isDotOrBlank(char c) {
        return c == '.' || c == ' ';
    }

    /// Windows looks at what is before the first dot, and takes wide letters and raised digits for
    /// plain ones.
    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String plain = Normalizer.normalize(stem, Normalizer.Form.NFKC).strip();
        return DEVICE.matcher(plain.toUpperCase(Locale.ROOT)).matches();
    }

    private static String shortened(String name) {
        if (bytes(name) <= BYTES) {
            return name;
        }
        int dot = extensionAt(name);
        String extension = name.substring(dot);
        String stem = name.substring(0, dot);
        while (bytes(stem) + bytes(extension) > BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return trimmed(stem) + extension;
    }

    private static int extensionAt(String name) {
        int dot = name.lastIndexOf('.');
        boolean none = dot <= 0 || bytes(name.substring(dot)) > EXTENSION_BYTES;
        return none ? name.length() : dot;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
