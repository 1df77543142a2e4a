package parley.desktop.conversation;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.kit.Overlay;
import parley.desktop.kit.SpokenTime;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A chat in a window of its own, for tests.
final class OpenChat implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-25T18:54:00Z");
    static final SpokenTime TIMES =
            new SpokenTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
    static final int LIMIT = 16_384;

    final ConversationModel model;
    final Scribe scribe = new Scribe();
    final List<URI> opened = new ArrayList<>();
    final BooleanProperty active = new SimpleBooleanProperty(true);
    final Stage stage = Fx.get(Stage::new);
    final Overlay overlay;

    OpenChat(ConversationModel model) {
        this.model = model;
        overlay =
                Fx.get(() -> {
                    Surroundings around = new Surroundings(TIMES, opened::add, active, LIMIT);
                    Overlay above = new Overlay(new StackPane());
                    ConversationView view = new ConversationView(model, scribe, around, above);
                    above.getChildren().set(0, view);
                    Scene scene = new Scene(above, 640, 520);
                    Fx.look().dress(scene);
                    stage.setScene(scene);
                    stage.show();
                    return above;
                });
        Fx.frame();
    }

    /// So many rows of different heights, a minute apart, over some days: the last is said now.
    static List<MessageRow> talk(int from, int count, int of) {
        return IntStream.range(from, from + count).mapToObj(i -> row(i, of)).toList();
    }

    private static MessageRow row(int i, int of) {
        Instant time = NOW.minusSeconds(600L * (of - i));
        String text =
                "Number " + i + ". " + "Much is there to say. ".repeat(Math.floorMod(i * 7919, 13));
        return Math.floorMod(i, 3) == 0
                ? new MessageRow.Own("k" + i, text, time, SendState.Step.READ)
                : new MessageRow.Heard("k" + i, i % 2 == 0 ? "luke" : "leia", text, time);
    }

    MessageList list() {
        return (MessageList) Hands.one(overlay, MessageList.class::isInstance);
    }

    TextArea area() {
        return (TextArea) Hands.one(overlay, TextArea.class::isInstance);
    }

    Node one(String style) {
        return Hands.one(overlay, node -> node.getStyleClass().contains(style));
    }

    /// Where a row's bubble begins on the list; it must be on screen.
    double yOf(String key) {
        return Fx.get(() ->
                list().shown(key).map(cell -> cell.getLayoutY() + cell.bubbleTop()).orElseThrow());
    }

    /// Where a row ends on the list.
    double endOf(String key) {
        return Fx.get(() ->
                list().shown(key).map(cell -> cell.getLayoutY() + cell.height()).orElseThrow());
    }

    void change(Fx.Deed deed) {
        Fx.run(deed);
        Fx.frame();
    }

    @Override
    public void close() {
        Fx.run(stage::close);
    }
}
