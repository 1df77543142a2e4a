package parley.desktop.conversation;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Avatar;
import parley.desktop.kit.Icons;
import parley.desktop.kit.Standing;
import parley.desktop.kit.Texts;
import parley.desktop.peer.Detour;

/// The head of a chat: who it is with, how they are, and what else one can do.
final class Header extends HBox {
    private static final Texts TEXTS = Texts.of(Header.class);
    private static final double AVATAR = 36;

    private final ConversationModel model;
    private final ConversationActions actions;
    private final Runnable askToBlock;
    private final Runnable askToStopKeeping;
    private final Button more = Icons.button(Feather.MORE_HORIZONTAL, TEXTS.get("header.more"));
    private final ContextMenu menu = new ContextMenu();

    /// @param askToBlock asks whether the person shall be blocked
    /// @param askToStopKeeping asks whether what is kept of the chat shall be deleted
    Header(
            ConversationModel model,
            ConversationActions actions,
            Runnable askToBlock,
            Runnable askToStopKeeping) {
        this.model = model;
        this.actions = actions;
        this.askToBlock = askToBlock;
        this.askToStopKeeping = askToStopKeeping;
        getStyleClass().add("header");
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(avatar(), names(), space);
        switch (model.kind()) {
            case PERSON -> getChildren().addAll(privateButton(), more);
            case PRIVATE -> getChildren().addAll(endButton(), more);
            case EVERYONE -> getChildren().add(more);
        }
        more.setOnAction(_ -> openMenu());
    }

    private Node avatar() {
        if (model.kind() == ConversationKind.EVERYONE) {
            return Avatar.everyone(AVATAR);
        }
        Avatar avatar = Avatar.of(model.name(), AVATAR);
        avatar.standingProperty().bind(model.standingProperty());
        return avatar;
    }

    private Node names() {
        Label name = new Label(title());
        name.getStyleClass().add("name");
        Label subtitle = new Label();
        subtitle.getStyleClass().add("subtitle");
        subtitle.textProperty()
                .bind(
                        model.kind() == ConversationKind.PRIVATE
                                ? Bindings.createStringBinding(
                                        this::privately, model.privateStateProperty())
                                : model.subtitleProperty());
        subtitle.managedProperty().bind(subtitle.textProperty().isNotEmpty());
        VBox names = new VBox(name, subtitle);
        names.getStyleClass().add("names");
        names.setMinWidth(0);
        return names;
    }

    private String title() {
        return switch (model.kind()) {
            case PERSON -> model.name();
            case EVERYONE -> TEXTS.get("everyone");
            case PRIVATE -> TEXTS.get("private.title", model.name());
        };
    }

    private Button privateButton() {
        Button button = new Button(TEXTS.get("header.private"), Icons.icon(Feather.LOCK, 14));
        button.getStyleClass().add("private");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> actions.openPrivate());
        button.visibleProperty().bind(model.standingProperty().isNotEqualTo(Standing.BLOCKED));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Button endButton() {
        Button button = new Button(TEXTS.get("header.end"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> actions.endPrivate());
        button.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                this::isUnderWay, model.privateStateProperty()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private String privately() {
        boolean relayed = model.privateStateProperty().get() instanceof PrivateState.Relayed;
        return TEXTS.get(relayed ? "private.subtitle.relayed" : "private.subtitle");
    }

    private boolean isOver() {
        return switch (model.privateStateProperty().get()) {
            case PrivateState.Ended _ -> true;
            case PrivateState.NoWay(_, Detour relay) -> relay == Detour.NOT_OFFERED;
            case PrivateState.Inviting _,
                    PrivateState.Connecting _,
                    PrivateState.Secure _,
                    PrivateState.Relayed _,
                    PrivateState.RelayWanted _,
                    PrivateState.Relaying _,
                    PrivateState.Reconnecting _,
                    PrivateState.OtherKey _ ->
                    false;
        };
    }

    /// Whether the strip below leaves ending it to the head.
    private boolean isUnderWay() {
        return switch (model.privateStateProperty().get()) {
            case PrivateState.Connecting _,
                    PrivateState.Secure _,
                    PrivateState.Relayed _,
                    PrivateState.RelayWanted _,
                    PrivateState.NoWay _,
                    PrivateState.Reconnecting _ ->
                    !isOver();
            case PrivateState.Inviting _,
                    PrivateState.Relaying _,
                    PrivateState.OtherKey _,
                    PrivateState.Ended _ ->
                    false;
        };
    }

    private void openMenu() {
        menu.getItems().clear();
        switch (model.kind()) {
            case PERSON -> {
                if (model.standingProperty().get() != Standing.BLOCKED) {
                    offer("menu.private", Feather.LOCK, actions::openPrivate);
                }
                offer("menu.export", Feather.DOWNLOAD, actions::export);
                offerBlocking();
            }
            case EVERYONE -> offer("menu.export", Feather.DOWNLOAD, actions::export);
            case PRIVATE -> {
                offer("menu.verify", Feather.SHIELD, actions::verify);
                offer("menu.ordinary", Feather.MESSAGE_CIRCLE, actions::openOrdinary);
                offerKeeping();
                if (!isOver()) {
                    offer("menu.end", Feather.X, actions::endPrivate);
                }
                offerBlocking();
            }
        }
        menu.show(more, javafx.geometry.Side.BOTTOM, 0, 4);
    }

    private void offerKeeping() {
        if (model.keepingProperty().get().here()) {
            offer("menu.keep-no-more", Feather.TRASH_2, askToStopKeeping)
                    .getStyleClass()
                    .add("danger");
        } else if (!isOver()) {
            offer("menu.keep", Feather.SAVE, actions::keep);
        }
    }

    private void offerBlocking() {
        if (model.standingProperty().get() == Standing.BLOCKED) {
            offer("menu.unblock", Feather.CHECK, actions::unblock);
        } else {
            offer("menu.block", Feather.SLASH, askToBlock).getStyleClass().add("danger");
        }
    }

    private MenuItem offer(String key, Feather icon, Runnable deed) {
        MenuItem item = new MenuItem(TEXTS.get(key, model.name()), Icons.icon(icon, 14));
        item.setOnAction(_ -> deed.run());
        menu.getItems().add(item);
        return item;
    }
}
