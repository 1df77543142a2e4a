package parley.desktop.mission;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import parley.desktop.kit.Hands;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be seen in a stage and the menus above it. On JavaFX's thread.
final class Windows {
    private final Stage stage;

    Windows(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    /// The visible control of this id.
    Optional<Node> control(String id) {
        return visible().filter(node -> id.equals(node.getId())).findFirst();
    }

    /// The visible button with these words on it, or of this name.
    Optional<Node> button(String name) {
        return visible()
                .filter(node -> node instanceof ButtonBase button && isCalled(button, name))
                .findFirst();
    }

    private static boolean isCalled(ButtonBase button, String name) {
        return !button.isDisabled()
                && (name.equals(button.getText()) || name.equals(button.getAccessibleText()));
    }

    /// The sidebar's row of this name.
    Optional<Node> row(String name) {
        return visible()
                .filter(ListCell.class::isInstance)
                .filter(cell ->
                        cell.getAccessibleText() != null
                                && cell.getAccessibleText().startsWith(name + ". "))
                .findFirst();
    }

    /// Whether the sidebar's row of this name is the one that is shown.
    boolean isChosen(String row) {
        return row(row).filter(cell -> ((ListCell<?>) cell).isSelected()).isPresent();
    }

    /// What a screen reader says of a row, and of the picture in it.
    String spoken(String row) {
        return row(row).map(cell -> cell.getAccessibleText() + " [" + picture((Parent) cell) + "]")
                .orElse("");
    }

    private static String picture(Parent cell) {
        return Hands.all(cell).stream()
                .filter(node -> node.getStyleClass().contains("avatar"))
                .map(Node::getAccessibleText)
                .findFirst()
                .orElse("");
    }

    /// All texts that are visible below the node of this id, from top to bottom.
    List<String> texts(String id) {
        return control(id).stream()
                .flatMap(part -> Hands.all((Parent) part).stream())
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .filter(text -> !text.isBlank())
                .toList();
    }

    /// What a screen reader says of the nodes below the node of this id that have words for it.
    List<String> spokenIn(String id) {
        return control(id).stream()
                .flatMap(part -> Hands.all((Parent) part).stream())
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Whether the cursor is in a text field below the node of this id.
    boolean writesIn(String id) {
        Node focused = stage.getScene().getFocusOwner();
        return focused instanceof TextInputControl
                && control(id)
                        .filter(part -> Hands.all((Parent) part).contains(focused))
                        .isPresent();
    }

    /// The item with these words in a menu that is open above the stage.
    Optional<MenuItem> menuItem(String words) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow popup && isAbove(popup))
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> words.equals(item.getText()))
                .findFirst();
    }

    private boolean isAbove(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow between) {
            owner = between.getOwnerWindow();
        }
        return owner == stage;
    }

    /// What has been drawn: a control that no frame has shown yet is nothing to click.
    private Stream<Node> visible() {
        Scene scene = stage.getScene();
        return Hands.all(scene.getRoot()).stream()
                .filter(node -> node.getLayoutBounds().getWidth() > 0);
    }
}
