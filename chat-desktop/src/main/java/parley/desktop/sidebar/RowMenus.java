package parley.desktop.sidebar;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Icons;
import parley.desktop.kit.Texts;
import parley.desktop.local.Person;
import parley.desktop.peer.PeerState;
import parley.desktop.state.Place;
import parley.desktop.state.PrivateChatState;
import parley.protocol.Chat;
import parley.protocol.UserName;

/// The context menus of rows.
final class RowMenus {
    private static final Texts TEXTS = Texts.of(RowMenus.class);

    private final SidebarActions actions;

    RowMenus(SidebarActions actions) {
        this.actions = actions;
    }

    SidebarActions actions() {
        return actions;
    }

    /// Shows a row's menu there; nothing for a row that has none.
    void show(SidebarRow row, Node owner, double screenX, double screenY) {
        ContextMenu menu = menu(row);
        if (!menu.getItems().isEmpty()) {
            menu.show(owner, screenX, screenY);
        }
    }

    private ContextMenu menu(SidebarRow row) {
        return switch (row) {
            case SidebarRow.Someone(var person, _) -> ofPerson(person.person());
            case SidebarRow.Privately(var chat) -> ofPrivate(chat);
            case SidebarRow.Everyone _, SidebarRow.Heading _, SidebarRow.Nobody _ ->
                    new ContextMenu();
        };
    }

    private ContextMenu ofPerson(Person person) {
        UserName user = person.user();
        MenuItem message =
                item(
                        "person.message",
                        Feather.MESSAGE_CIRCLE,
                        () -> actions.write(new Place.Talk(Chat.with(user))));
        if (person.blocked()) {
            return new ContextMenu(
                    message,
                    new SeparatorMenuItem(),
                    item("person.unblock", Feather.USER_CHECK, () -> actions.unblock(user)));
        }
        MenuItem block = item("person.block", Feather.SLASH, () -> actions.askToBlock(user));
        block.getStyleClass().add("danger");
        return new ContextMenu(
                message,
                item("person.private", Feather.LOCK, () -> actions.openPrivate(user)),
                new SeparatorMenuItem(),
                block);
    }

    private ContextMenu ofPrivate(PrivateChatState chat) {
        UserName person = chat.person();
        boolean kept = chat.keptProperty().get();
        if (chat.state() instanceof PeerState.Ended) {
            return new ContextMenu(
                    item("person.private", Feather.LOCK, () -> actions.openPrivate(person)),
                    kept
                            ? delete(person)
                            : item(
                                    "private.forget",
                                    Feather.X,
                                    () -> actions.forgetPrivate(person)));
        }
        return new ContextMenu(
                item("private.end", Feather.X, () -> actions.endPrivate(person)),
                kept
                        ? delete(person)
                        : item("private.keep", Feather.SAVE, () -> actions.keepPrivate(person)));
    }

    private MenuItem delete(UserName person) {
        MenuItem item =
                item("private.delete", Feather.TRASH_2, () -> actions.askToStopKeeping(person));
        item.getStyleClass().add("danger");
        return item;
    }

    private static MenuItem item(String key, Feather icon, Runnable deed) {
        MenuItem item = new MenuItem(TEXTS.get(key), Icons.icon(icon, 14));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> deed.run());
        return item;
    }
}
