package parley.words;

import java.util.ArrayList;
import java.util.List;

/// A word of a text.
///
/// A word is a run of letters and digits, with the marks on them; everything else stands between
/// words, emoji among it. An ideograph or kana is a word of its own: nobody puts blanks between
/// them.
///
/// @param folded what words are compared by: see [Folding]
/// @param start the index in the text of its first `char`
/// @param end the index behind its last
public record Word(String folded, int start, int end) {
    /// The words of a text, in order.
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int first = text.codePointAt(at);
            int next = at + Character.charCount(first);
            if (begins(first)) {
                int end = standsAlone(first) ? marksEnd(text, next) : runEnd(text, next);
                add(words, text, at, end);
                next = end;
            }
            at = next;
        }
        return words;
    }

    private static void add(List<Word> words, String text, int start, int end) {
        String folded = Folding.fold(text.substring(start, end));
        if (!folded.isEmpty()) {
            words.add(new Word(folded, start, end));
        }
    }

    private static int runEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            if (!isMark(point) && (!begins(point) || standsAlone(point))) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private static int marksEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /// Whether this is a letter or a digit.
    static boolean begins(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.LETTER_NUMBER
                || Character.getType(point) == Character.OTHER_NUMBER;
    }

    /// Whether this belongs to the letter before it.
    static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    private static boolean standsAlone(int point) {
        if (point < 0x2e80) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
