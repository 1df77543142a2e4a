package parley.desktop.login;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A field of the dialog: its name above it, what is wrong with it below.
final class Field extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /// @param shown the input itself, or what it stands in
    /// @param trouble what is wrong with it; empty where nothing is
    Field(String name, TextField input, Node shown, ObservableValue<String> trouble) {
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(input);
        Label below = new Label();
        below.getStyleClass().addAll("trouble", "small", "bad");
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        below.textProperty().bind(trouble);
        below.visibleProperty().bind(trouble.map(words -> !words.isEmpty()));
        below.managedProperty().bind(below.visibleProperty());
        getStyleClass().add("field");
        getChildren().addAll(label, shown, below);
        input.setAccessibleText(name);
        input.accessibleHelpProperty().bind(trouble);
        trouble.addListener((_, was, now) -> mark(input, was, now));
    }

    /// What has just been found wrong is at hand to be typed again.
    private static void mark(TextField input, String was, String now) {
        input.pseudoClassStateChanged(WRONG, !now.isEmpty());
        if (was.isEmpty() && !now.isEmpty()) {
            input.requestFocus();
            input.selectAll();
        }
    }
}
