package parley.desktop.kit;

/// The one or two letters that stand for a name, and its colour. Steady: they follow from the name
/// alone, on every computer alike. Any thread may use it.
final class Initials {
    /// How many colours there are; the sheet has a class for each, `colour-0` and on.
    static final int COLOURS = 12;

    private Initials() {}

    /// The first two characters of the name, or of its first two words where it has such
    /// (`mon.mothma` is MM), in capitals.
    static String of(String name) {
        String[] words = name.strip().split("[\\s._-]+");
        String letters =
                words.length > 1 && !words[0].isEmpty()
                        ? first(words[0], 1) + first(words[1], 1)
                        : first(name.strip(), 2);
        return letters.toUpperCase(java.util.Locale.ROOT);
    }

    /// Which of the colours is the name's.
    static int colour(String name) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ Character.toLowerCase(name.charAt(i))) * 0x01000193;
        }
        return Math.floorMod(hash ^ (hash >>> 15), COLOURS);
    }

    private static String first(String word, int count) {
        int characters = Math.min(count, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, characters));
    }
}
