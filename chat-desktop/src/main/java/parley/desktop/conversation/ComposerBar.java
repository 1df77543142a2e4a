package parley.desktop.conversation;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Icons;
import parley.desktop.kit.Texts;

/// The foot of a chat: the composer, or what stands in its place, and above it one small line that
/// is always there, so that nothing moves when it has something to say.
final class ComposerBar extends VBox {
    private static final Texts TEXTS = Texts.of(ComposerBar.class);

    private final ConversationModel model;
    private final Composer composer;
    private final ObjectBinding<WritingRoom> room;
    private final Label line = new Label();
    private final HBox blocked;

    ComposerBar(ConversationModel model, Composer composer, Runnable unblock) {
        this.model = model;
        this.composer = composer;
        room =
                Bindings.createObjectBinding(
                        () -> WritingRoom.in(model),
                        model.standingProperty(),
                        model.connectedProperty(),
                        model.privateStateProperty());
        blocked = blocked(unblock);
        getStyleClass().add("foot");
        line.getStyleClass().add("foot-line");
        getChildren().addAll(line, composer, blocked);
        composer.textProperty().bindBidirectional(model.draftProperty());
        room.addListener((_, _, _) -> arrange());
        composer.excess().addListener((_, _, _) -> speak());
        model.troubleProperty().addListener((_, _, _) -> speak());
        model.typingProperty().addListener((_, _, _) -> speak());
        arrange();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private void arrange() {
        show(composer, !(isBlocked() || isClosed()));
        show(blocked, isBlocked());
        show(line, !isClosed());
        speak();
    }

    private boolean isBlocked() {
        return room.get() instanceof WritingRoom.Blocked;
    }

    private boolean isClosed() {
        return room.get() instanceof WritingRoom.Closed;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void speak() {
        int excess = composer.excess().get();
        if (excess > 0) {
            say("trouble", Feather.ALERT_CIRCLE, TEXTS.get("composer.too-long", excess));
        } else if (!model.troubleProperty().get().isEmpty()) {
            say("trouble", Feather.ALERT_CIRCLE, model.troubleProperty().get());
        } else if (room.get() instanceof WritingRoom.Later(String hint)) {
            say("hint", Feather.CLOCK, TEXTS.get(hint, model.name()));
        } else if (model.typingProperty().get() && !isBlocked()) {
            line.setGraphic(null);
            say("hint", TEXTS.get("typing", model.name()));
        } else {
            line.setGraphic(null);
            say("hint", "");
        }
    }

    private void say(String style, Feather icon, String words) {
        line.setGraphic(Icons.icon(icon, 12));
        say(style, words);
    }

    private void say(String style, String words) {
        line.getStyleClass().removeAll("trouble", "hint");
        line.getStyleClass().add(style);
        line.setText(words);
    }

    private HBox blocked(Runnable unblock) {
        Label words = new Label(TEXTS.get("composer.blocked", model.name()));
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button(TEXTS.get("composer.unblock"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> unblock.run());
        HBox bar = new HBox(Icons.icon(Feather.SLASH, 15), words, button);
        bar.getStyleClass().add("blocked");
        return bar;
    }
}
