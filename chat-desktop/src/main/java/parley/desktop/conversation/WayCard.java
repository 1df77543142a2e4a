package parley.desktop.conversation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Icons;
import parley.desktop.kit.Texts;
import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Detour;
import parley.desktop.peer.Ending;

import java.util.List;
import java.util.Locale;

/// Says what stands between two desktops, and which ways are left: under the head of a private chat
/// that has found no direct way, or whose other side asks for the relay.
final class WayCard extends VBox {
    private static final Texts TEXTS = Texts.of(WayCard.class);

    /// Addresses that are named; who has more sees how many.
    private static final int NAMED = 6;

    private final String name;
    private final ConversationActions actions;
    private final CheckBox always = new CheckBox();

    private WayCard(String name, ConversationActions actions) {
        this.name = name;
        this.actions = actions;
        getStyleClass().add("way-card");
        always.setText(TEXTS.get("way.always", name));
        always.setId("relay-always");
    }

    /// No address led to the other side.
    static WayCard noWay(String name, PrivateState.NoWay state, ConversationActions actions) {
        WayCard card = new WayCard(name, actions);
        card.getChildren().add(card.heading(card.why(state), Feather.WIFI_OFF));
        if (!state.paths().isEmpty()) {
            card.getChildren().add(card.tried(state.paths()));
        }
        card.getChildren()
                .addAll(card.words(card.ofRelay(state.relay())), card.ways(state.relay()));
        return card;
    }

    /// The other side waits at the relay.
    static WayCard wanted(String name, ConversationActions actions) {
        WayCard card = new WayCard(name, actions);
        Button no = button("way.not-now", actions::declineRelay);
        Button yes = card.relay();
        card.getChildren()
                .addAll(
                        card.heading(TEXTS.get("way.wanted", name), Feather.SHUFFLE),
                        card.words(TEXTS.get("way.relay.offered", name)),
                        row(card.always, no, yes));
        return card;
    }

    private String why(PrivateState.NoWay state) {
        return TEXTS.get(state.paths().isEmpty() ? "way.hidden" : "way.none", name);
    }

    private String ofRelay(Detour relay) {
        String key = relay.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return TEXTS.get("way.relay." + key, name);
    }

    private Node heading(String words, Feather icon) {
        Label heading = new Label(words, Icons.icon(icon, 15));
        heading.getStyleClass().add("way-heading");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return heading;
    }

    private Node words(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("way-words");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node tried(List<Ending.Path> paths) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("way-paths");
        List<Ending.Path> named = paths.size() > NAMED ? paths.subList(0, NAMED) : paths;
        for (int row = 0; row < named.size(); row++) {
            Label address = new Label(named.get(row).address().toString());
            address.getStyleClass().add("way-address");
            address.setMinWidth(Region.USE_PREF_SIZE);
            String how = named.get(row).failure().name().toLowerCase(Locale.ROOT);
            grid.addRow(row, address, words(TEXTS.get("way.path." + how.replace('_', '-'))));
        }
        if (paths.size() > NAMED) {
            grid.add(words(TEXTS.get("way.path.more", paths.size() - NAMED)), 0, NAMED, 2, 1);
        }
        return grid;
    }

    private Node ways(Detour relay) {
        Button ordinary = button("way.ordinary", actions::writeOrdinary);
        Button again = button("way.again", actions::openPrivate);
        return relay.mayBeTried()
                ? row(always, ordinary, again, relay())
                : row(new Region(), ordinary, again);
    }

    private Button relay() {
        Button relay =
                button(
                        "way.relay",
                        () ->
                                actions.takeRelay(
                                        always.isSelected()
                                                ? Acceptance.FROM_NOW_ON
                                                : Acceptance.THIS_TIME));
        relay.getStyleClass().addAll("primary", "private");
        return relay;
    }

    private static Button button(String key, Runnable deed) {
        Button button = new Button(TEXTS.get(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
        return button;
    }

    private static Node row(Region first, Node... buttons) {
        first.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox row = new HBox(first);
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("way-row");
        return row;
    }
}
