package parley.desktop.conversation;

import java.text.BreakIterator;

/// Which characters of a text are selected: from where the mouse was pressed to where it is; whole
/// words after a second click, all after a third.
final class Selection {
    private static final Runnable NOBODY = () -> {};

    private String within = "";
    private int anchor;
    private int end;
    private Runnable changed = NOBODY;

    void onChange(Runnable listener) {
        changed = listener;
    }

    /// Concerns this text from now on, of which nothing is selected.
    void within(String text) {
        within = text;
        clear();
    }

    /// The mouse was pressed before the character at this index, the second or third time in a row.
    void begin(int index, int clicks) {
        int at = Math.clamp(index, 0, within.length());
        switch (clicks) {
            case 1 -> set(at, at);
            case 2 -> word(at);
            default -> set(0, within.length());
        }
    }

    /// The mouse was dragged to before the character at this index.
    void extend(int index) {
        set(anchor, Math.clamp(index, 0, within.length()));
    }

    void clear() {
        set(0, 0);
    }

    boolean isEmpty() {
        return anchor == end;
    }

    int from() {
        return Math.min(anchor, end);
    }

    int to() {
        return Math.max(anchor, end);
    }

    String text() {
        return within.substring(from(), to());
    }

    private void word(int at) {
        BreakIterator words = BreakIterator.getWordInstance();
        words.setText(within);
        int to = at >= within.length() ? within.length() : words.following(at);
        set(to == 0 ? 0 : words.preceding(to), to);
    }

    private void set(int newAnchor, int newEnd) {
        anchor = newAnchor;
        end = newEnd;
        changed.run();
    }
}
