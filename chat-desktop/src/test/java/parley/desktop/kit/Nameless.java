package parley.desktop.kit;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finds what a screen reader could not name.
public final class Nameless {
    private Nameless() {}

    /// The visible nodes below this one that the keyboard reaches, and that have neither words on
    /// them nor a name.
    public static List<Node> below(Parent root) {
        return Fx.get(() ->
                Hands.all(root).stream()
                        .filter(node -> node.isFocusTraversable() && !isNamed(node))
                        .toList());
    }

    private static boolean isNamed(Node node) {
        return switch (node) {
            case Node named when !isBlank(named.getAccessibleText()) -> true;
            case Labeled labeled -> !isBlank(labeled.getText());
            default -> false;
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
