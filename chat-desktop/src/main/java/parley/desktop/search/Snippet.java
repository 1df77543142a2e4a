package parley.desktop.search;

import parley.words.Wanted;
import parley.words.Word;

import java.util.ArrayList;
import java.util.List;

/// A line of a text around the first word that was looked for, cut into what is marked and what is
/// not.
record Snippet(List<Piece> pieces) {
    /// Characters in front of the first mark, and in all: what a row has room for.
    private static final int BEFORE = 40;

    private static final int LENGTH = 240;

    /// A part of it.
    record Piece(String text, boolean isMarked) {}

    static Snippet of(String text, Wanted wanted) {
        List<Word> marks = wanted.marks(text);
        int start = marks.isEmpty() ? 0 : start(text, marks.getFirst().start());
        int end = Math.min(text.length(), start + LENGTH);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        for (Word mark : marks) {
            if (mark.start() >= at && mark.end() <= end) {
                add(pieces, text, at, mark.start(), false);
                add(pieces, text, mark.start(), mark.end(), true);
                at = mark.end();
            }
        }
        add(pieces, text, at, end, false);
        return new Snippet(framed(pieces, start > 0, end < text.length()));
    }

    /// Where a word begins, shortly before this index.
    private static int start(String text, int mark) {
        if (mark <= BEFORE) {
            return 0;
        }
        int blank = text.indexOf(' ', mark - BEFORE);
        return blank < 0 || blank >= mark ? mark : blank + 1;
    }

    private static void add(List<Piece> pieces, String text, int from, int to, boolean isMarked) {
        if (from < to) {
            pieces.add(new Piece(text.substring(from, to).replaceAll("\\s+", " "), isMarked));
        }
    }

    private static List<Piece> framed(List<Piece> pieces, boolean before, boolean after) {
        List<Piece> framed = new ArrayList<>(pieces);
        if (before) {
            framed.addFirst(new Piece("…", false));
        }
        if (after) {
            framed.add(new Piece("…", false));
        }
        return List.copyOf(framed);
    }
}
