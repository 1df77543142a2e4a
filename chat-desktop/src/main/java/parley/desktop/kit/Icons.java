package parley.desktop.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons, and buttons that show nothing else.
public final class Icons {
    private static final Texts TEXTS = Texts.of(Icons.class);
    private static final Duration TIP_DELAY = Duration.millis(500);
    private static final String MEGAPHONE =
            "M3 10v4a1 1 0 0 0 1 1h3l9 4.5v-15L7 9H4a1 1 0 0 0-1 1z M19.5 9.5a4 4 0 0 1 0 5"
                    + " M7 15v3.5a1.5 1.5 0 0 0 1.5 1.5h.5a1.5 1.5 0 0 0 1.5-1.5v-1.7";

    private Icons() {}

    /// An icon in the colour of the text around it. An ornament: it says nothing to a screen
    /// reader, what it stands on does.
    ///
    /// @param size its height
    public static FontIcon icon(Feather icon, double size) {
        FontIcon drawn = new FontIcon(icon);
        drawn.setIconSize((int) Math.round(size));
        drawn.setStyle(drawn.getStyle() + "; -fx-icon-size: %dpx;".formatted(Math.round(size)));
        drawn.getStyleClass().add("icon");
        return drawn;
    }

    /// A megaphone, for *Everyone*.
    static Node megaphone(double size) {
        SVGPath drawn = new SVGPath();
        drawn.setContent(MEGAPHONE);
        drawn.getStyleClass().add("megaphone");
        drawn.setStrokeWidth(2);
        drawn.setScaleX(size / 24);
        drawn.setScaleY(size / 24);
        return new javafx.scene.Group(drawn);
    }

    /// A button that is only an icon. Its name is its tooltip and what a screen reader says.
    public static Button button(Feather icon, String name) {
        Button button = bare(icon, name);
        tip(button, name);
        return button;
    }

    /// The same, with the key that does what it does in its tooltip. The key itself is set by the
    /// scene's owner.
    public static Button button(Feather icon, String name, KeyCombination key) {
        Button button = bare(icon, name);
        tip(button, name, key);
        return button;
    }

    private static Button bare(Feather icon, String name) {
        Button button = new Button();
        button.setGraphic(icon(icon, 16));
        button.getStyleClass().addAll("icon-button");
        button.setAccessibleText(name);
        return button;
    }

    /// Gives a control a tooltip.
    public static void tip(Labeled control, String words) {
        Tooltip tip = new Tooltip(words);
        tip.setShowDelay(TIP_DELAY);
        control.setTooltip(tip);
    }

    /// Gives a button a tooltip that names its key.
    public static void tip(ButtonBase control, String words, KeyCombination key) {
        tip(control, TEXTS.get("tip.with-key", words, key.getDisplayText()));
    }
}
