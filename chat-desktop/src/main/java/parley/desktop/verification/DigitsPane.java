package parley.desktop.verification;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

import parley.identity.SafetyNumber;

import java.util.List;

/// The sixty digits, in three lines of four groups; or, as long as they are not there, why.
final class DigitsPane extends StackPane {
    private static final int COLUMNS = 4;
    private static final int ROWS = 3;

    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

    DigitsPane() {
        getStyleClass().add("digits");
        setId("safety-number");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
    }

    /// Whether there is a number to compare.
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    void show(SafetyNumber number) {
        List<String> groups = number.groups();
        GridPane grid = new GridPane();
        grid.setAlignment(Pos.CENTER);
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            grid.add(new Label(groups.get(i)), i % COLUMNS, i / COLUMNS);
        }
        getChildren().setAll(grid);
        setAccessibleText(String.join(" ", groups));
        shown.set(true);
    }

    void say(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("why");
        label.setWrapText(true);
        getChildren().setAll(label);
        setAccessibleText(words);
        shown.set(false);
    }
}
