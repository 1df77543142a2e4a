package parley.desktop.kit;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Label;

/// How many are unread, in a pill. At none it is not seen, and keeps its place.
public final class Badge extends Label {
    private static final Texts TEXTS = Texts.of(Badge.class);
    private static final int MOST = 99;

    private final IntegerProperty count = new SimpleIntegerProperty(this, "count");

    public Badge() {
        getStyleClass().add("badge");
        setMinWidth(USE_PREF_SIZE);
        setVisible(false);
        count.addListener((_, _, now) -> show(now.intValue()));
    }

    /// The number of unread messages; 0 at first.
    public IntegerProperty countProperty() {
        return count;
    }

    private void show(int unread) {
        setVisible(unread > 0);
        setText(unread > MOST ? MOST + "+" : Integer.toString(unread));
        setAccessibleText(unread > 0 ? TEXTS.get("badge.unread", unread) : null);
    }
}
