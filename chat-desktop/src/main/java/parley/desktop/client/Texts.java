package parley.desktop.client;

/// Text as the wire takes it.
final class Texts {
    private static final char REPLACEMENT = '\ufffd';

    private Texts() {}

    /// The text without NUL, and with a mark in place of each half of a surrogate pair: a frame
    /// that held either would be refused whole.
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> isHalf(point) ? REPLACEMENT : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
