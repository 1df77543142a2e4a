package parley.desktop.mission;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;

import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// TestFX's robot: mouse and keys come in through the screen, as a person's do. For one window on a
/// screen.
final class RobotHand implements Hand {
    /// How far apart two clicks are that are no double-click, in pixels.
    private static final double APART = 40;

    private final FxRobot robot = new FxRobot();
    private final Supplier<Scene> scene;
    private boolean left;

    RobotHand(Supplier<Scene> scene) {
        this.scene = scene;
    }

    @Override
    public void click(Node node, int times) {
        mouse().moveNoWait(somewhereElseOn(node));
        for (int count = 1; count <= times; count++) {
            click(MouseButton.PRIMARY);
        }
    }

    @Override
    public void askForMenu(Node node) {
        mouse().moveNoWait(somewhereElseOn(node));
        click(MouseButton.SECONDARY);
    }

    private void click(MouseButton button) {
        mouse().pressNoWait(button);
        mouse().releaseNoWait(button);
    }

    /// Left and right of a node's middle by turns: two deeds at one place would be a double-click.
    private Point2D somewhereElseOn(Node node) {
        Bounds here = node.localToScreen(node.getLayoutBounds());
        double aside = Math.min(APART, here.getWidth() / 4);
        left = !left;
        return new Point2D(here.getCenterX() + (left ? -aside : aside), here.getCenterY());
    }

    @Override
    public void type(String text) {
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(character ->
                        robot.robotContext()
                                .getBaseRobot()
                                .typeKeyboard(scene.get(), KeyCode.UNDEFINED, character));
    }

    @Override
    public void key(String combination) {
        KeyCodeCombination wanted = (KeyCodeCombination) KeyCombination.keyCombination(combination);
        List<KeyCode> keys = new ArrayList<>();
        if (wanted.getShift() == KeyCombination.ModifierValue.DOWN) {
            keys.add(KeyCode.SHIFT);
        }
        if (wanted.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            keys.add(KeyCode.SHORTCUT);
        }
        keys.add(wanted.getCode());
        keys.forEach(keyboard()::pressNoWait);
        keys.reversed().forEach(keyboard()::releaseNoWait);
    }

    private MouseRobot mouse() {
        return robot.robotContext().getMouseRobot();
    }

    private KeyboardRobot keyboard() {
        return robot.robotContext().getKeyboardRobot();
    }
}
