package parley.desktop.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;

/// A line across a screen that says how things stand: an icon, a sentence, and perhaps something to
/// do at its right end.
public final class Strip extends HBox {
    /// What kind of thing it says; the sheet has a class for each.
    public enum Tone {
        PLAIN("plain"),
        PRIVATE("private"),
        WARN("warn"),
        BAD("bad");

        private final String style;

        Tone(String style) {
            this.style = style;
        }
    }

    private final Label sentence = new Label();

    public Strip() {
        getStyleClass().add("strip");
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        setHgrow(sentence, Priority.ALWAYS);
        getChildren().add(sentence);
    }

    /// Says this, and offers these at its right end.
    public void say(Tone tone, Feather icon, String words, Node... offers) {
        for (Tone each : Tone.values()) {
            getStyleClass().remove(each.style);
        }
        getStyleClass().add(tone.style);
        sentence.setText(words);
        sentence.setGraphic(Icons.icon(icon, 14));
        getChildren().setAll(sentence);
        getChildren().addAll(offers);
    }
}
