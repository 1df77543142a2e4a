package parley.words;

import java.text.Normalizer;
import java.util.Locale;

/// Makes words that people take for the same the same: without case (`Straße` is `STRASSE`, a final
/// sigma a sigma), without accents, and in one of the forms that Unicode has for a letter.
///
/// Accents go because not every keyboard has them, and who writes `resume` wants `résumé`, too.
/// Only those go that are put on letters of the Latin, Greek and Cyrillic kind; the vowel signs of
/// other scripts are no ornament.
final class Folding {
    private Folding() {}

    static String fold(String word) {
        return isAscii(word) ? word.toLowerCase(Locale.ROOT) : foldAny(word);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String foldAny(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Folding::counts)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean counts(int point) {
        return Word.isMark(point) ? !isOrnament(point) : Word.begins(point);
    }

    private static boolean isOrnament(int point) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(point);
        return block == Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS
                || block == Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED
                || block == Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT
                || block == Character.UnicodeBlock.COMBINING_MARKS_FOR_SYMBOLS
                || block == Character.UnicodeBlock.COMBINING_HALF_MARKS
                || block == Character.UnicodeBlock.VARIATION_SELECTORS
                || block == Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT;
    }
}
