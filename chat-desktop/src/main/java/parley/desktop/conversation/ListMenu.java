package parley.desktop.conversation;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

import org.jspecify.annotations.Nullable;

import parley.desktop.conversation.MessageRow.Own;
import parley.desktop.conversation.MessageRow.Shared;
import parley.desktop.kit.Links;
import parley.desktop.kit.Texts;

import java.util.Optional;

/// What a right click on a message, or the menu key, offers.
final class ListMenu {
    private static final Texts TEXTS = Texts.of(ListMenu.class);

    private final MessageList list;
    private final RowContext context;
    private final ContextMenu menu = new ContextMenu();

    ListMenu(MessageList list, RowContext context) {
        this.list = list;
        this.context = context;
        list.setOnContextMenuRequested(this::asked);
        list.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
    }

    private void asked(ContextMenuEvent event) {
        Optional<RowCell> cell =
                event.isKeyboardTrigger() ? list.current() : list.cellAt(event.getY());
        cell.ifPresent(found -> offer(found, event));
        event.consume();
    }

    private void offer(RowCell cell, ContextMenuEvent event) {
        MessageRow row = cell.row();
        if (row == null) {
            return;
        }
        fill(row, event);
        if (event.isKeyboardTrigger()) {
            Point2D below = cell.localToScreen(RowCell.MARGIN, cell.height());
            menu.show(list, below.getX(), below.getY());
        } else {
            menu.show(list, event.getScreenX(), event.getScreenY());
        }
    }

    private void fill(MessageRow row, ContextMenuEvent event) {
        menu.getItems().clear();
        String selected = list.selectedText();
        if (!selected.isEmpty()) {
            add("copy", () -> ListKeys.copy(selected));
        }
        Links.Link link = linkUnder(event);
        if (link != null) {
            add("link.copy", () -> ListKeys.copy(link.text()));
        }
        add(row instanceof Shared ? "file.copy-name" : "copy.message", () -> copy(row));
        if (row instanceof Shared(_, var file, _, _)) {
            FileDeed.of(file)
                    .forEach(deed ->
                            add(deed.key(), () -> deed.doneBy(context.files(), file.file())));
        }
        if (row instanceof Own own && own.state() instanceof SendState.Failed) {
            add("failed.retry", () -> context.retry(own));
            add("failed.discard", () -> context.discard(own));
        }
    }

    private static void copy(MessageRow row) {
        ListKeys.copy(row.text());
    }

    private void add(String key, Runnable deed) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setOnAction(_ -> deed.run());
        menu.getItems().add(item);
    }

    private static Links.@Nullable Link linkUnder(ContextMenuEvent event) {
        return event.getPickResult().getIntersectedNode() instanceof Node node
                        && node.getUserData() instanceof Links.Link link
                ? link
                : null;
    }
}
