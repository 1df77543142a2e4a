package parley.desktop.kit;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A few choices side by side, of which one always holds.
public final class Segments<E extends Enum<E>> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<E> chosen;

    /// @param chosen what holds; follows the owner's choice and leads the look
    /// @param prefix of the buttons' ids, before a dash and the choice's name in lower case
    /// @param words what is written on each
    public Segments(
            List<E> choices, ObjectProperty<E> chosen, String prefix, Function<E, String> words) {
        this.chosen = chosen;
        getStyleClass().add("segments");
        choices.forEach(each -> getChildren().add(button(each, prefix, words.apply(each))));
        getChildren().getFirst().getStyleClass().add("first");
        getChildren().getLast().getStyleClass().add("last");
    }

    private ToggleButton button(E choice, String prefix, String words) {
        ToggleButton button = new ToggleButton(words);
        button.setId(prefix + "-" + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        chosen.subscribe(now -> button.setSelected(now == choice));
        button.setOnAction(_ -> choose(choice, button));
        return button;
    }

    /// A click on what holds already does not take it away.
    private void choose(E choice, ToggleButton button) {
        button.setSelected(true);
        chosen.set(choice);
    }
}
