package parley.desktop.mission;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.List;
import java.util.function.Supplier;

/// Mouse and keys as events at the node that a person would hit, the keys at the one that has the
/// focus: for several windows on one screen, where a robot finds the topmost only.
final class FiredHand implements Hand {
    private final Supplier<Scene> scene;

    FiredHand(Supplier<Scene> scene) {
        this.scene = scene;
    }

    @Override
    public void click(Node node, int times) {
        Bounds here = node.localToScreen(node.getLayoutBounds());
        for (int count = 1; count <= times; count++) {
            mouse(node, here, MouseEvent.MOUSE_PRESSED, count);
            mouse(node, here, MouseEvent.MOUSE_RELEASED, count);
            mouse(node, here, MouseEvent.MOUSE_CLICKED, count);
        }
    }

    private static void mouse(Node node, Bounds here, EventType<MouseEvent> type, int count) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        node.getLayoutBounds().getCenterX(),
                        node.getLayoutBounds().getCenterY(),
                        here.getCenterX(),
                        here.getCenterY(),
                        MouseButton.PRIMARY,
                        count,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    @Override
    public void askForMenu(Node node) {
        Bounds here = node.localToScreen(node.getLayoutBounds());
        Event.fireEvent(
                node,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        20,
                        20,
                        here.getMinX() + 20,
                        here.getMinY() + 20,
                        false,
                        null));
    }

    @Override
    public void type(String text) {
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED));
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        Event.fireEvent(
                focused(), new KeyEvent(type, character, "", code, false, false, false, false));
    }

    @Override
    public void key(String combination) {
        KeyCodeCombination wanted = (KeyCodeCombination) KeyCombination.keyCombination(combination);
        boolean shift = wanted.getShift() == KeyCombination.ModifierValue.DOWN;
        boolean control = wanted.getShortcut() == KeyCombination.ModifierValue.DOWN;
        for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(
                    focused(),
                    new KeyEvent(kind, "", "", wanted.getCode(), shift, control, false, false));
        }
    }

    private EventTarget focused() {
        Node owner = scene.get().getFocusOwner();
        return owner == null ? scene.get() : owner;
    }
}
