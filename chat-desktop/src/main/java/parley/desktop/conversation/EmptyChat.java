package parley.desktop.conversation;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.conversation.PrivateState.Connecting;
import parley.desktop.conversation.PrivateState.Ended;
import parley.desktop.conversation.PrivateState.Inviting;
import parley.desktop.conversation.PrivateState.NoWay;
import parley.desktop.conversation.PrivateState.OtherKey;
import parley.desktop.conversation.PrivateState.Reconnecting;
import parley.desktop.conversation.PrivateState.RelayWanted;
import parley.desktop.conversation.PrivateState.Relayed;
import parley.desktop.conversation.PrivateState.Relaying;
import parley.desktop.conversation.PrivateState.Secure;
import parley.desktop.kit.Avatar;
import parley.desktop.kit.Icons;
import parley.desktop.kit.Texts;

/// What stands in a chat where nothing was said yet.
final class EmptyChat extends VBox {
    private static final Texts TEXTS = Texts.of(EmptyChat.class);
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final double AVATAR = 64;

    EmptyChat(ConversationModel model) {
        getStyleClass().add("empty");
        setMouseTransparent(true);
        getChildren()
                .addAll(
                        picture(model),
                        line("first", sentence(model, "")),
                        line("more", sentence(model, ".more")));
        model.privateStateProperty()
                .subscribe(state -> pseudoClassStateChanged(LIVE, !(state instanceof Ended)));
        visibleProperty()
                .bind(
                        Bindings.isEmpty(model.rows())
                                .and(model.earlierProperty().isEqualTo(Earlier.NOTHING)));
    }

    private static Node picture(ConversationModel model) {
        return switch (model.kind()) {
            case PERSON -> Avatar.of(model.name(), AVATAR);
            case EVERYONE -> Avatar.everyone(AVATAR);
            case PRIVATE -> Icons.icon(Feather.LOCK, 40);
        };
    }

    private static Label line(String style, StringBinding words) {
        Label line = new Label();
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.textProperty().bind(words);
        return line;
    }

    private static StringBinding sentence(ConversationModel model, String which) {
        return Bindings.createStringBinding(
                () -> TEXTS.get(key(model) + which, model.name()), model.privateStateProperty());
    }

    private static String key(ConversationModel model) {
        return switch (model.kind()) {
            case PERSON -> "empty.person";
            case EVERYONE -> "empty.everyone";
            case PRIVATE ->
                    switch (model.privateStateProperty().get()) {
                        case Inviting() -> "empty.inviting";
                        case Connecting() -> "empty.connecting";
                        case Secure(_), Reconnecting(_) -> "empty.private";
                        case Relayed(_, _) -> "empty.relayed";
                        case NoWay(_, _) -> "empty.no-way";
                        case RelayWanted(_), Relaying(_) -> "empty.relaying";
                        case OtherKey(_) -> "empty.other-key";
                        case Ended(_) -> "empty.ended";
                    };
        };
    }
}
