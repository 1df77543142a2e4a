package parley.desktop.sidebar;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import parley.desktop.kit.Icons;
import parley.desktop.kit.Texts;

/// The field that looks for people and chats. Enter opens the first found, Escape empties it, Down
/// goes to the list.
final class Filter extends StackPane {
    private static final Texts TEXTS = Texts.of(Filter.class);

    private final TextField field = new TextField();
    private final SidebarModel model;
    private final SidebarActions actions;
    private final RowList list;

    Filter(
            SidebarModel model,
            SidebarActions actions,
            RowList list,
            ObservableValue<Boolean> narrow) {
        this.model = model;
        this.actions = actions;
        this.list = list;
        getStyleClass().add("filter");
        field.setId("filter");
        field.setPromptText(TEXTS.get("filter"));
        field.setAccessibleText(TEXTS.get("filter"));
        field.textProperty().bindBidirectional(model.filterProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        FontIcon glass = Icons.icon(Feather.SEARCH, 14);
        glass.setMouseTransparent(true);
        Label key = new Label(SidebarKeys.FIND.getDisplayText().replace('+', ' '));
        key.getStyleClass().addAll("small", "muted");
        key.setMouseTransparent(true);
        key.visibleProperty().bind(field.textProperty().isEmpty());
        setAlignment(glass, Pos.CENTER_LEFT);
        setAlignment(key, Pos.CENTER_RIGHT);
        getChildren().addAll(field, glass, key);
        visibleProperty().bind(narrow.map(small -> !small));
        managedProperty().bind(visibleProperty());
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            key.consume();
            field.clear();
        } else if (key.getCode() == KeyCode.DOWN) {
            key.consume();
            list.requestFocus();
        } else if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            model.first()
                    .flatMap(SidebarRow::place)
                    .ifPresent(place -> {
                        field.clear();
                        actions.write(place);
                    });
        }
    }
}
