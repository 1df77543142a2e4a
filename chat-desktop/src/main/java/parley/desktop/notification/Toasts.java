package parley.desktop.notification;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Icons;
import parley.desktop.kit.Motion;
import parley.desktop.kit.RightToLeft;
import parley.desktop.state.Place;
import parley.desktop.state.Timers;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/// Cards in the upper right corner, three at most, that come quietly and go by themselves after
/// some seconds. A click goes where they come from. They never take the focus.
public final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.ofSeconds(5);
    private static final int MOST = 3;
    private static final double MOST_WORDS = 64;

    private final Timers timers;
    private final Consumer<Place> open;

    public Toasts(Timers timers, Consumer<Place> open) {
        this.timers = timers;
        this.open = open;
        setId("toasts");
        getStyleClass().add("toasts");
        getStylesheets()
                .add(
                        Objects.requireNonNull(Toasts.class.getResource("toasts.css"))
                                .toExternalForm());
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
    }

    /// Shows a notice.
    public void show(Notice notice) {
        boolean secret = notice.kind() == Notice.Kind.PRIVATE;
        Label heading = label(notice.heading(), "heading");
        if (secret) {
            heading.setGraphic(Icons.icon(Feather.LOCK, 13));
        }
        VBox words = new Words(heading, label(notice.words(), "words"));
        Button card = card(words, notice.heading() + ": " + notice.words());
        card.getStyleClass().add(secret ? "private" : "ordinary");
        card.setOnAction(_ -> {
            getChildren().remove(card);
            open.accept(notice.place());
        });
        add(card);
    }

    /// Says something that leads nowhere.
    public void say(String sentence) {
        Button card = card(new Words(label(sentence, "words")), sentence);
        card.setOnAction(_ -> getChildren().remove(card));
        add(card);
    }

    private static Button card(Node content, String spoken) {
        Button card = new Button("", content);
        card.getStyleClass().add("toast");
        card.setFocusTraversable(false);
        card.setAccessibleRole(AccessibleRole.BUTTON);
        card.setAccessibleText(spoken);
        return card;
    }

    private void add(Node card) {
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(card);
        Motion.appear(card);
        timers.after(SHOWN, () -> getChildren().remove(card));
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(style.equals("words") && !RightToLeft.in(words));
        label.setMaxHeight(MOST_WORDS);
        return label;
    }

    /// Lines of words, as tall as they are at the card's width.
    private static final class Words extends VBox {
        private static final double WIDTH = 270;

        Words(Node... lines) {
            super(lines);
        }

        @Override
        protected double computePrefWidth(double height) {
            return WIDTH;
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(WIDTH);
        }
    }
}
