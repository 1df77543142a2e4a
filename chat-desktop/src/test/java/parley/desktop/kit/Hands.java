package parley.desktop.kit;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What a person does with keys and wheel, as events at a node: a hundred times faster than a
/// robot. From the test's thread.
public final class Hands {
    private Hands() {}

    /// Presses and releases a key.
    public static void press(Node where, KeyCode key) {
        fire(where, key, false, false);
    }

    /// Presses and releases a key with Shift held.
    public static void pressWithShift(Node where, KeyCode key) {
        fire(where, key, true, false);
    }

    /// Presses and releases a key with Ctrl (or Command) held.
    public static void pressWithShortcut(Node where, KeyCode key) {
        fire(where, key, false, true);
    }

    /// Types characters.
    public static void type(Node where, String text) {
        Fx.run(() ->
                text.codePoints()
                        .mapToObj(Character::toString)
                        .forEach(typed ->
                                Event.fireEvent(
                                        where,
                                        new KeyEvent(
                                                KeyEvent.KEY_TYPED,
                                                typed,
                                                "",
                                                KeyCode.UNDEFINED,
                                                false,
                                                false,
                                                false,
                                                false))));
    }

    /// Turns the wheel: positive shows what is above.
    public static void wheel(Node where, double deltaY) {
        Fx.run(() ->
                Event.fireEvent(
                        where,
                        new ScrollEvent(
                                ScrollEvent.SCROLL,
                                10,
                                10,
                                10,
                                10,
                                false,
                                false,
                                false,
                                false,
                                false,
                                false,
                                0,
                                deltaY,
                                0,
                                deltaY,
                                ScrollEvent.HorizontalTextScrollUnits.NONE,
                                0,
                                ScrollEvent.VerticalTextScrollUnits.NONE,
                                0,
                                0,
                                null)));
    }

    /// Clicks the one visible button below a node that shows or is called this.
    public static void click(Parent below, String name) {
        ButtonBase button =
                (ButtonBase) one(below, node -> node instanceof ButtonBase it && named(it, name));
        Fx.run(button::fire);
    }

    /// The one visible node below another that meets a condition.
    public static Node one(Parent below, Predicate<Node> wanted) {
        List<Node> found = Fx.get(() -> all(below).stream().filter(wanted).toList());
        if (found.size() != 1) {
            throw new AssertionError("wanted one, found " + found);
        }
        return found.getFirst();
    }

    /// All visible nodes below another, on JavaFX's thread.
    public static List<Node> all(Parent below) {
        List<Node> all = new ArrayList<>();
        for (Node child : below.getChildrenUnmodifiable()) {
            if (child.isVisible()) {
                all.add(child);
                if (child instanceof Parent parent) {
                    all.addAll(all(parent));
                }
            }
        }
        return all;
    }

    private static boolean named(ButtonBase button, String name) {
        return name.equals(button.getText()) || name.equals(button.getAccessibleText());
    }

    private static void fire(Node where, KeyCode key, boolean shift, boolean shortcut) {
        Fx.run(() -> {
            for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(
                        where, new KeyEvent(kind, "", "", key, shift, shortcut, false, false));
            }
        });
    }
}
