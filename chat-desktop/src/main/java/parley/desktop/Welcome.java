package parley.desktop;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import parley.desktop.kit.AppIcon;
import parley.desktop.kit.Texts;

/// Stands in the middle before anybody has been chosen.
final class Welcome extends VBox {
    private static final Texts TEXTS = Texts.of(Welcome.class);

    Welcome() {
        getStyleClass().add("welcome");
        getChildren()
                .addAll(
                        AppIcon.drawn(56),
                        words("welcome.heading", "heading"),
                        words("welcome.message", "message"));
    }

    private static Label words(String key, String style) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
