package parley.desktop.conversation;

/// How long a message may be.
///
/// @param bytes of UTF-8
record TextLimit(int bytes) {
    /// About how many characters of a text are too many; 0 where it fits. Rounded up to what is
    /// easily said.
    int excess(String text) {
        if (text.length() * 3L <= bytes) {
            return 0;
        }
        int kept = 0;
        int used = 0;
        int characters = text.codePointCount(0, text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            used += size(point);
            kept += used <= bytes ? 1 : 0;
            i += Character.charCount(point);
        }
        return rounded(characters - kept);
    }

    private static int size(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    private static int rounded(int characters) {
        return characters <= 10 ? characters : (characters + 9) / 10 * 10;
    }
}
