package parley.desktop.sidebar;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import parley.desktop.kit.Texts;

import java.util.Locale;

/// A cell of the list; it keeps its node as long as the kind of its row stays the same.
final class RowCell extends ListCell<SidebarRow> {
    private static final Texts TEXTS = Texts.of(RowCell.class);

    private final RowFaces faces;
    private final RowMenus menus;
    private final ObservableValue<Boolean> narrow;
    private final Label heading = new Label();
    private final Tooltip tip = new Tooltip();
    private @Nullable RowView view;
    private @Nullable Class<?> kind;

    RowCell(RowFaces faces, RowMenus menus, ObservableValue<Boolean> narrow) {
        this.faces = faces;
        this.menus = menus;
        this.narrow = narrow;
        heading.setMinWidth(0);
        setPrefWidth(0);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuWanted);
    }

    @Override
    protected void updateItem(@Nullable SidebarRow row, boolean empty) {
        boolean same = row != null && row.equals(getItem());
        super.updateItem(row, empty);
        if (same) {
            return;
        }
        tooltipProperty().unbind();
        setTooltip(null);
        accessibleTextProperty().unbind();
        setAccessibleText(null);
        setMouseTransparent(row == null || row.place().isEmpty());
        getStyleClass().removeAll("heading", "row-cell", "sentence");
        if (row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case SidebarRow.Heading(var group, int count) -> showHeading(group, count);
            case SidebarRow.Nobody(var sentence) -> showSentence(sentence);
            case SidebarRow.Everyone(var chat) -> show(row, faces.everyone(chat));
            case SidebarRow.Privately(var chat) -> show(row, faces.privately(chat));
            case SidebarRow.Someone(var person, var chat) -> show(row, faces.someone(person, chat));
        }
    }

    private void showHeading(Group group, int count) {
        getStyleClass().add("heading");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(
                TEXTS.get("group.spoken." + group.name().toLowerCase(Locale.ROOT), count));
        heading.setText(TEXTS.get(group.key(), count));
        heading.getStyleClass().setAll("label", "section");
        heading.setWrapText(false);
        heading.visibleProperty().bind(narrow.map(small -> !small));
        setGraphic(heading);
    }

    private void showSentence(String sentence) {
        getStyleClass().add("sentence");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(sentence);
        heading.setText(sentence);
        heading.getStyleClass().setAll("label", "small", "muted");
        heading.setWrapText(true);
        heading.visibleProperty().bind(narrow.map(small -> !small));
        setGraphic(heading);
    }

    private void show(SidebarRow row, RowFace face) {
        getStyleClass().add("row-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        RowView shown = viewFor(row);
        shown.show(face);
        accessibleTextProperty().bind(shown.accessibleTextProperty());
        tip.setText(face.name());
        tooltipProperty().bind(narrow.map(small -> small ? tip : null));
        setGraphic(shown);
    }

    private RowView viewFor(SidebarRow row) {
        if (view == null || kind != row.getClass()) {
            kind = row.getClass();
            view =
                    switch (row) {
                        case SidebarRow.Everyone _ -> RowView.ofEveryone(narrow);
                        case SidebarRow.Privately _ -> RowView.ofPrivate(narrow);
                        case SidebarRow.Someone _, SidebarRow.Heading _, SidebarRow.Nobody _ ->
                                RowView.ofSomeone(narrow);
                    };
        }
        return view;
    }

    /// One click on somebody is ready to write to them, two begin a private chat.
    private void clicked(MouseEvent click) {
        SidebarRow row = getItem();
        if (row == null || click.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (click.getClickCount() == 2 && row instanceof SidebarRow.Someone(var person, _)) {
            click.consume();
            menus.actions().openPrivate(person.user());
        } else if (click.getClickCount() == 1) {
            row.place().ifPresent(menus.actions()::write);
        }
    }

    private void menuWanted(ContextMenuEvent request) {
        SidebarRow row = getItem();
        if (row != null) {
            request.consume();
            menus.show(row, this, request.getScreenX(), request.getScreenY());
        }
    }
}
