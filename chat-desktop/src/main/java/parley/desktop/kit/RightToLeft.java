package parley.desktop.kit;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.text.Bidi;

/// Care for text in which something runs from right to left, such as Hebrew or Arabic.
///
/// JavaFX 26 throws in the middle of a layout where it has to wrap such a text, which leaves the
/// whole window in pieces; anybody could do that to others by a message. So nothing of JavaFX's
/// wraps it: a text area scrolls sideways, and what is read is broken into lines here.
public final class RightToLeft {
    private RightToLeft() {}

    /// Whether anything in a text runs from right to left. Any thread may ask.
    public static boolean in(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /// A text with line breaks in it, so that no line is wider than that: in place of blanks, so
    /// that each character stays at its index, and only within a word that fits no line as
    /// additional ones. On the JavaFX thread.
    public static String broken(String text, Font font, double width) {
        StringBuilder lines = new StringBuilder(text);
        int begin = 0;
        int blank = -1;
        for (int at = 0; at < lines.length(); at++) {
            char here = lines.charAt(at);
            if (here == '\n') {
                begin = at + 1;
                blank = -1;
            } else if (here == ' ') {
                blank = at;
            } else if (endsWord(lines, at) && width(lines, begin, at + 1, font) > width) {
                if (blank >= 0) {
                    lines.setCharAt(blank, '\n');
                    begin = blank + 1;
                    blank = -1;
                }
                begin = cut(lines, begin, at + 1, font, width);
            }
        }
        return lines.toString();
    }

    private static boolean endsWord(CharSequence text, int at) {
        return at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    }

    /// Cuts a word that fits no line, and tells where its last piece begins.
    private static int cut(StringBuilder text, int from, int to, Font font, double width) {
        int begin = from;
        int end = to;
        while (width(text, begin, end, font) > width && end - begin > 2) {
            int piece = fitting(text, begin, end, font, width);
            text.insert(begin + piece, '\n');
            begin += piece + 1;
            end++;
        }
        return begin;
    }

    /// How many characters fit, by halves; a few at least.
    private static int fitting(CharSequence text, int from, int to, Font font, double width) {
        int fits = 1;
        int tooMany = to - from;
        while (tooMany - fits > 1) {
            int half = (fits + tooMany) >>> 1;
            if (width(text, from, from + half, font) > width) {
                tooMany = half;
            } else {
                fits = half;
            }
        }
        return Character.isHighSurrogate(text.charAt(from + fits - 1)) ? fits + 1 : fits;
    }

    private static double width(CharSequence text, int from, int to, Font font) {
        Text measured = new Text(text.subSequence(from, to).toString());
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
