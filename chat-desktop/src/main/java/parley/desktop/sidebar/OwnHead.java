package parley.desktop.sidebar;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Avatar;
import parley.desktop.kit.Icons;
import parley.desktop.kit.Standing;
import parley.desktop.kit.Texts;
import parley.desktop.net.LinkState;
import parley.desktop.state.ClientState;
import parley.desktop.state.Place;
import parley.protocol.Status;

import java.util.List;

/// Oneself: avatar, name and status, which open a menu, and the settings.
final class OwnHead extends HBox {
    private static final Texts TEXTS = Texts.of(OwnHead.class);
    private static final List<Status> CHOICES = List.of(Status.ONLINE, Status.AWAY, Status.BUSY);

    private final ClientState state;
    private final SidebarActions actions;
    private final Avatar avatar = Avatar.of("", 36);
    private final ObservableValue<String> status;

    OwnHead(ClientState state, SidebarActions actions, ObservableValue<Boolean> narrow) {
        this.state = state;
        this.actions = actions;
        this.status =
                state.linkProperty()
                        .flatMap(link -> state.ownStatusProperty().map(own -> spoken(link, own)));
        getStyleClass().add("own-head");
        avatar.standingProperty()
                .bind(
                        state.linkProperty()
                                .flatMap(link ->
                                        state.ownStatusProperty().map(own -> standing(link, own))));
        state.ownerProperty()
                .subscribe(owner -> owner.ifPresent(who -> avatar.setName(who.me().toString())));
        getChildren().addAll(me(narrow), search(narrow), who(narrow), settings(narrow));
    }

    private MenuButton me(ObservableValue<Boolean> narrow) {
        Label name = new Label();
        name.getStyleClass().add("name");
        name.textProperty()
                .bind(
                        state.ownerProperty()
                                .map(owner -> owner.map(who -> who.me().toString()).orElse("")));
        Label below = new Label();
        below.getStyleClass().addAll("small", "muted");
        below.textProperty().bind(status);
        VBox words = new VBox(name, below);
        words.getStyleClass().add("words");
        hideWhere(words, narrow);
        HBox both = new HBox(avatar, words);
        both.getStyleClass().add("me-face");
        MenuButton me = new MenuButton("", both);
        me.setId("me");
        me.getStyleClass().add("me");
        me.setMaxWidth(Double.MAX_VALUE);
        me.accessibleTextProperty().bind(status.map(now -> TEXTS.get("me.status", now)));
        HBox.setHgrow(me, Priority.ALWAYS);
        fill(me);
        return me;
    }

    private void fill(MenuButton me) {
        ToggleGroup choice = new ToggleGroup();
        CHOICES.forEach(each -> me.getItems().add(statusItem(each, choice)));
        me.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("menu.search", Feather.SEARCH, this::search),
                        item("menu.who", Feather.CLOCK, this::showWho),
                        item("menu.settings", Feather.SETTINGS, actions::settings),
                        new SeparatorMenuItem(),
                        item("menu.sign-out", Feather.LOG_OUT, actions::signOut));
    }

    private RadioMenuItem statusItem(Status each, ToggleGroup choice) {
        RadioMenuItem item = new RadioMenuItem(TEXTS.get("status." + each.wire()));
        item.setId("status-" + each.wire());
        item.setToggleGroup(choice);
        state.ownStatusProperty().subscribe(own -> item.setSelected(own == each));
        item.setOnAction(_ -> actions.status(each));
        return item;
    }

    private static MenuItem item(String key, Feather icon, Runnable deed) {
        MenuItem item = new MenuItem(TEXTS.get(key), Icons.icon(icon, 14));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> deed.run());
        return item;
    }

    private Button search(ObservableValue<Boolean> narrow) {
        Button search = Icons.button(Feather.SEARCH, TEXTS.get("search"), SidebarKeys.SEARCH);
        search.setId("find");
        search.setOnAction(_ -> search());
        hideWhere(search, narrow);
        return search;
    }

    private void search() {
        actions.write(new Place.Search());
    }

    private Button who(ObservableValue<Boolean> narrow) {
        Button who = Icons.button(Feather.CLOCK, TEXTS.get("who"), SidebarKeys.WHO);
        who.setId("who");
        who.setOnAction(_ -> showWho());
        hideWhere(who, narrow);
        return who;
    }

    private Button settings(ObservableValue<Boolean> narrow) {
        Button settings =
                Icons.button(Feather.SETTINGS, TEXTS.get("settings"), SidebarKeys.SETTINGS);
        settings.setId("settings");
        settings.setOnAction(_ -> actions.settings());
        hideWhere(settings, narrow);
        return settings;
    }

    private void showWho() {
        actions.show(new Place.Visitors());
    }

    private static void hideWhere(Node node, ObservableValue<Boolean> narrow) {
        node.visibleProperty().bind(narrow.map(small -> !small));
        node.managedProperty().bind(node.visibleProperty());
    }

    private static String spoken(LinkState link, Status own) {
        boolean there = link instanceof LinkState.Online;
        return TEXTS.get("status." + (there ? own.wire() : "offline"));
    }

    private static Standing standing(LinkState link, Status own) {
        if (!(link instanceof LinkState.Online)) {
            return Standing.OFFLINE;
        }
        return switch (own) {
            case ONLINE -> Standing.ONLINE;
            case AWAY -> Standing.AWAY;
            case BUSY -> Standing.BUSY;
            case OFFLINE -> Standing.OFFLINE;
        };
    }
}
