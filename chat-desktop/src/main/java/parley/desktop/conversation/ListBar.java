package parley.desktop.conversation;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

import java.util.function.DoubleConsumer;

/// The scroll bar of a list that does not know how tall it is: it speaks in rows.
final class ListBar extends ScrollBar {
    private final DoubleConsumer jump;
    private boolean telling;

    /// @param jump told where the owner dragged it: from 0, the oldest row, to 1, the newest
    ListBar(DoubleConsumer jump) {
        this.jump = jump;
        setOrientation(Orientation.VERTICAL);
        setManaged(false);
        setVisible(false);
        setMin(0);
        setMax(1);
        setFocusTraversable(false);
        valueProperty().addListener((_, _, now) -> dragged(now.doubleValue()));
    }

    /// Shows where the list is, unless its owner holds it.
    void tell(int rows, int shown, double share, boolean whole) {
        setVisible(!whole);
        telling = true;
        setVisibleAmount(Math.clamp((double) shown / Math.max(1, rows), 0.02, 1));
        setBlockIncrement(getVisibleAmount());
        if (!isPressed()) {
            setValue(Math.clamp(share, 0, 1));
        }
        telling = false;
    }

    private void dragged(double share) {
        if (!telling) {
            jump.accept(share);
        }
    }
}
