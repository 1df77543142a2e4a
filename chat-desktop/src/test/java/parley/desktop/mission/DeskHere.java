package parley.desktop.mission;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import parley.desktop.LiveDesktop;
import parley.desktop.kit.Fx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A desktop in this JVM. Several share one screen, where JavaFX's robot finds the topmost window
/// only; so mouse and keys are events at the node that a person would hit, the keys at the one that
/// has the focus.
final class DeskHere implements Desk {
    private final LiveDesktop desktop;

    /// @param profile its folder
    DeskHere(Path profile) {
        desktop = new LiveDesktop(profile);
    }

    @Override
    public void open(String server, String user) throws Exception {
        desktop.open(server, user);
    }

    @Override
    public void click(String id) {
        with(windows -> windows.control(id).filter(node -> !node.isDisabled()), click(1), id);
    }

    @Override
    public void press(String button) {
        with(windows -> windows.button(button), click(1), button);
    }

    @Override
    public void choose(String row) {
        with(windows -> windows.row(row), click(1), row);
    }

    @Override
    public void doubleClick(String row) {
        with(windows -> windows.row(row), click(1).andThen(click(2)), row);
    }

    private static Consumer<Node> click(int count) {
        return node -> {
            mouse(node, MouseEvent.MOUSE_PRESSED, count);
            mouse(node, MouseEvent.MOUSE_RELEASED, count);
            mouse(node, MouseEvent.MOUSE_CLICKED, count);
        };
    }

    private static void mouse(Node node, EventType<MouseEvent> type, int count) {
        Bounds here = node.localToScreen(node.getLayoutBounds());
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
    public void menu(String row, String item) {
        with(windows -> windows.row(row), DeskHere::askForMenu, row);
        with(windows -> windows.menuItem(item), DeskHere::take, item);
    }

    private static void askForMenu(Node cell) {
        Bounds here = cell.localToScreen(cell.getLayoutBounds());
        Event.fireEvent(
                cell,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        20,
                        20,
                        here.getMinX() + 20,
                        here.getMinY() + 20,
                        false,
                        null));
    }

    private static void take(MenuItem item) {
        item.getParentPopup().hide();
        item.fire();
    }

    @Override
    public void type(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(this::typed);
    }

    private void typed(String character) {
        Fx.run(() ->
                Event.fireEvent(
                        focused(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                character,
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false)));
    }

    @Override
    public void key(String combination) {
        KeyCodeCombination wanted = (KeyCodeCombination) KeyCombination.keyCombination(combination);
        boolean shift = wanted.getShift() == KeyCombination.ModifierValue.DOWN;
        boolean control = wanted.getShortcut() == KeyCombination.ModifierValue.DOWN;
        for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Fx.run(() ->
                    Event.fireEvent(
                            focused(),
                            new KeyEvent(
                                    kind, "", "", wanted.getCode(), shift, control, false, false)));
        }
    }

    private EventTarget focused() {
        Node owner = desktop.scene().getFocusOwner();
        return owner == null ? desktop.scene() : owner;
    }

    @Override
    public String row(String name) {
        return Fx.get(() -> windows().spoken(name));
    }

    @Override
    public List<String> read(String part) {
        return Fx.get(() -> new ArrayList<>(windows().texts(part)));
    }

    @Override
    public boolean writesIn(String part) {
        return Fx.get(() -> windows().writesIn(part));
    }

    @Override
    public String title() {
        return Fx.get(() -> desktop.stage().getTitle());
    }

    private Windows windows() {
        return new Windows(desktop.stage());
    }

    /// Finds it and does it in one go, before anything can come between.
    private <T> void with(Function<Windows, Optional<T>> look, Consumer<T> deed, String name) {
        Patience.until(
                () -> Fx.get(() -> look.apply(windows()).map(found -> done(deed, found))),
                "no " + name);
    }

    private static <T> boolean done(Consumer<T> deed, T found) {
        deed.accept(found);
        return true;
    }

    @Override
    public void close() {
        desktop.close();
    }
}
