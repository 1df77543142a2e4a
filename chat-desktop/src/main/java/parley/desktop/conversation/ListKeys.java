package parley.desktop.conversation;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What keys do in the list: pages, ends, one row after the other, copy.
final class ListKeys {
    private static final KeyCombination COPY =
            new javafx.scene.input.KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double STEP = 48;

    private final MessageList list;
    private @Nullable String current;

    ListKeys(MessageList list) {
        this.list = list;
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.focusedProperty().addListener((_, _, focused) -> focusMoved(focused));
    }

    private void pressed(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
        } else if (key.isControlDown()
                || key.isAltDown()
                || key.isMetaDown()
                || !moved(key.getCode())) {
            return;
        }
        key.consume();
    }

    private boolean moved(KeyCode key) {
        switch (key) {
            case PAGE_UP -> list.scroll(page());
            case PAGE_DOWN -> list.scroll(-page());
            case HOME -> list.toStart();
            case END -> list.toEnd();
            case UP -> step(-1);
            case DOWN -> step(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private double page() {
        return Math.max(STEP, list.getHeight() - STEP);
    }

    private void step(int by) {
        int at = indexOfCurrent();
        int next = at < 0 ? list.lastShown() : at + by;
        if (next < 0 || next >= list.rows().size()) {
            return;
        }
        list.shown(current).ifPresent(cell -> cell.setCurrent(false));
        current = list.rows().get(next).key();
        list.shown(current)
                .ifPresentOrElse(this::reveal, () -> list.showAt(next, list.getHeight() / 2));
        list.shown(current).ifPresent(cell -> cell.setCurrent(true));
        list.setAccessibleHelp(list.shown(current).map(RowCell::getAccessibleText).orElse(null));
    }

    /// The keys go on from this row.
    void goOnFrom(String key) {
        list.shown(current).ifPresent(cell -> cell.setCurrent(false));
        current = key;
        list.shown(key).ifPresent(cell -> cell.setCurrent(true));
    }

    /// The row that the keys are at; else the newest on screen.
    Optional<RowCell> current() {
        int at = indexOfCurrent();
        int index = at < 0 ? list.lastShown() : at;
        return index < 0 ? Optional.empty() : list.shown(list.rows().get(index).key());
    }

    private void reveal(RowCell cell) {
        double over = cell.getLayoutY();
        double under = cell.getLayoutY() + cell.height() - list.getHeight();
        if (over < 0) {
            list.scroll(-over + STEP);
        } else if (under > 0) {
            list.scroll(-under - STEP);
        }
    }

    private int indexOfCurrent() {
        for (int i = Math.max(0, list.firstShown()); i <= list.lastShown(); i++) {
            if (list.rows().get(i).key().equals(current)) {
                return i;
            }
        }
        return -1;
    }

    private void copy() {
        String selected = list.selectedText();
        String text =
                selected.isEmpty()
                        ? list.shown(current).map(RowCell::row).map(MessageRow::text).orElse("")
                        : selected;
        copy(text);
    }

    /// Puts a text on the clipboard; nothing where it is empty.
    static void copy(String text) {
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void focusMoved(boolean here) {
        if (!here) {
            list.shown(current).ifPresent(cell -> cell.setCurrent(false));
            current = null;
        }
    }
}
