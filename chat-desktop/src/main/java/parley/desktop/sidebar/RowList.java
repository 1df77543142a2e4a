package parley.desktop.sidebar;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import parley.desktop.kit.Texts;
import parley.desktop.state.ClientState;
import parley.desktop.state.Place;

import java.util.Optional;

/// The list itself. What is selected is what the window shows: one follows the other. By keyboard:
/// up and down choose, Enter goes there to write, Ctrl+Enter begins a private chat.
final class RowList extends ListView<SidebarRow> {
    private final ClientState state;
    private final SidebarActions actions;
    private final RowMenus menus;
    private boolean following;

    RowList(
            SidebarModel model,
            RowFaces faces,
            ClientState state,
            SidebarActions actions,
            ObservableValue<Boolean> narrow) {
        super(model.rows());
        this.state = state;
        this.actions = actions;
        this.menus = new RowMenus(actions);
        setId("people");
        setAccessibleText(Texts.of(RowList.class).get("list"));
        setCellFactory(_ -> new RowCell(faces, menus, narrow));
        getSelectionModel().selectedItemProperty().addListener((_, _, row) -> chosen(row));
        state.shownProperty().addListener((_, _, _) -> follow());
        model.rows().addListener((ListChangeListener<SidebarRow>) _ -> follow());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().addListener((_, _, here) -> focused(here));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuWanted);
        follow();
    }

    private void chosen(@Nullable SidebarRow row) {
        if (!following && row != null) {
            row.place().ifPresent(actions::show);
        }
    }

    /// Selects the row of what is shown, if it has one.
    private void follow() {
        following = true;
        int at = indexOf(state.shownProperty().get());
        if (at < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(at);
            getFocusModel().focus(at);
        }
        following = false;
    }

    private int indexOf(Place place) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).place().equals(Optional.of(place))) {
                return i;
            }
        }
        return -1;
    }

    private void pressed(KeyEvent key) {
        KeyCode code = key.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            key.consume();
            step(code == KeyCode.DOWN ? 1 : -1);
        } else if (code == KeyCode.ENTER && current() != null) {
            key.consume();
            enter(current(), key);
        }
    }

    /// What is selected; where nothing is, what the keyboard is at.
    private @Nullable SidebarRow current() {
        SidebarRow selected = getSelectionModel().getSelectedItem();
        return selected != null ? selected : getFocusModel().getFocusedItem();
    }

    /// One sees where the keyboard is, also before anything is selected.
    private void focused(boolean here) {
        if (here && current() == null && !getItems().isEmpty()) {
            getFocusModel().focus(0);
        }
    }

    private void step(int by) {
        int at = getSelectionModel().getSelectedIndex() + by;
        while (at >= 0 && at < getItems().size()) {
            if (getItems().get(at).place().isPresent()) {
                getSelectionModel().clearAndSelect(at);
                scrollTo(Math.max(0, at - 2));
                return;
            }
            at += by;
        }
    }

    private void enter(SidebarRow row, KeyEvent key) {
        if (key.isShortcutDown() && row instanceof SidebarRow.Someone(var person, _)) {
            actions.openPrivate(person.user());
        } else {
            row.place().ifPresent(actions::write);
        }
    }

    /// The mouse's wish goes to a cell; this is the keyboard's, and its menu stands at the row.
    private void menuWanted(ContextMenuEvent request) {
        SidebarRow row = current();
        if (row != null) {
            request.consume();
            Node at = cellOf(row);
            Bounds here = at.localToScreen(at.getBoundsInLocal());
            menus.show(row, this, here.getMinX() + 60, here.getMinY() + 44);
        }
    }

    /// The cell of a row; the list itself where the row is not on screen.
    private Node cellOf(SidebarRow row) {
        return lookupAll(".list-cell").stream()
                .filter(cell -> cell instanceof RowCell each && row.equals(each.getItem()))
                .findFirst()
                .orElse(this);
    }
}
