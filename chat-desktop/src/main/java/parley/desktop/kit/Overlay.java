package parley.desktop.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A window's content with room above it for one prompt, which dims it and takes its keys.
///
/// While a prompt is open, Tab goes round inside it; when it closes, the focus returns to where it
/// was. A second prompt takes the place of the first.
public final class Overlay extends StackPane {
    private static final double WIDTH = 400;

    private final StackPane above = new StackPane();
    private @Nullable Node focusedBefore;

    public Overlay(Node content) {
        above.getStyleClass().add("scrim");
        above.setVisible(false);
        getChildren().addAll(content, above);
        above.setOnMouseClicked(click -> {
            if (click.getTarget() == above) {
                close();
            }
        });
        above.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Asks. The answer's deed runs after the prompt has closed.
    public void ask(Prompt prompt) {
        VBox card = card(prompt);
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        show(card);
    }

    /// Shows a card of somebody's own making, until [#close].
    public void show(Region card) {
        if (!above.isVisible()) {
            focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        above.getChildren().setAll(card);
        above.setVisible(true);
        Motion.appear(above);
        List<Node> stops = stops(card);
        if (!stops.isEmpty()) {
            stops.stream()
                    .filter(Overlay::isForEnter)
                    .findFirst()
                    .orElse(stops.getFirst())
                    .requestFocus();
        }
    }

    /// Closes what is open, and does nothing else.
    public void close() {
        above.setVisible(false);
        above.getChildren().clear();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    /// Whether something is open.
    public boolean isOpen() {
        return above.isVisible();
    }

    private VBox card(Prompt prompt) {
        Label heading = words(prompt.heading(), "heading");
        Label message = words(prompt.message(), "message");
        HBox answers = new HBox();
        answers.getStyleClass().add("answers");
        prompt.answers().forEach(answer -> answers.getChildren().add(button(answer)));
        VBox card = new VBox(heading, message);
        if (prompt.body() != null) {
            card.getChildren().add(prompt.body());
        }
        card.getChildren().add(answers);
        card.getStyleClass().add("prompt");
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(prompt.heading());
        return card;
    }

    private static Label words(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button button(Prompt.Answer answer) {
        Button button = new Button(answer.verb());
        button.getStyleClass().add(answer.weight().style());
        button.setDefaultButton(answer.weight() == Prompt.Weight.PRIMARY);
        button.setOnAction(_ -> {
            close();
            answer.deed().run();
        });
        return button;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            close();
        } else if (key.getCode() == KeyCode.TAB && getScene() != null) {
            key.consume();
            List<Node> stops = stops(above);
            int at = stops.indexOf(getScene().getFocusOwner());
            int step = key.isShiftDown() ? -1 : 1;
            if (!stops.isEmpty()) {
                stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
            }
        }
    }

    private static boolean isForEnter(Node node) {
        return node instanceof Button button && button.isDefaultButton();
    }

    private static List<Node> stops(Parent within) {
        List<Node> stops = new ArrayList<>();
        for (Node child : within.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.isVisible() && !child.isDisabled()) {
                stops.add(child);
            } else if (child instanceof Parent parent) {
                stops.addAll(stops(parent));
            }
        }
        return stops;
    }
}
