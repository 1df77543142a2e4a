package parley.desktop.mission;

import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/// A desktop whose window is in this JVM. From any thread but JavaFX's.
abstract class StageDesk implements Desk {
    private static final long LONGEST_MILLIS = 60_000;

    private final Hand hand;

    StageDesk(Hand hand) {
        this.hand = hand;
    }

    /// Its window, on JavaFX's thread.
    abstract Stage stage();

    @Override
    public void click(String id) {
        with(
                windows -> windows.control(id).filter(node -> !node.isDisabled()),
                this::clickOnce,
                id);
    }

    @Override
    public void press(String button) {
        with(windows -> windows.button(button), this::clickOnce, button);
    }

    /// Rows change places when something comes: who has hit another one goes again.
    @Override
    public void choose(String row) {
        Patience.until(() -> goesTo(row), () -> "the row of " + row + " is not chosen");
    }

    private boolean goesTo(String row) {
        with(windows -> windows.row(row), this::clickOnce, row);
        WaitForAsyncUtils.waitForFxEvents();
        return get(() -> windows().isChosen(row));
    }

    @Override
    public void doubleClick(String row) {
        with(windows -> windows.row(row), node -> hand.click(node, 2), row);
    }

    @Override
    public void menu(String row, String item) {
        with(windows -> windows.row(row), hand::askForMenu, row);
        with(windows -> windows.menuItem(item), StageDesk::take, item);
    }

    private void clickOnce(Node node) {
        hand.click(node, 1);
    }

    private static void take(MenuItem item) {
        item.getParentPopup().hide();
        item.fire();
    }

    @Override
    public void type(String text) {
        run(() -> hand.type(text));
    }

    @Override
    public void key(String combination) {
        run(() -> hand.key(combination));
    }

    @Override
    public String row(String name) {
        return get(() -> windows().spoken(name));
    }

    @Override
    public List<String> read(String part) {
        return get(() -> windows().texts(part));
    }

    @Override
    public List<String> spoken(String part) {
        return get(() -> windows().spokenIn(part));
    }

    @Override
    public boolean writesIn(String part) {
        return get(() -> windows().writesIn(part));
    }

    @Override
    public String title() {
        return get(() -> stage().getTitle());
    }

    Windows windows() {
        return new Windows(stage());
    }

    /// Finds it and does it in one go, before anything can come between.
    <T> void with(Function<Windows, Optional<T>> look, Consumer<T> deed, String name) {
        Patience.until(
                () -> get(() -> look.apply(windows()).map(found -> done(deed, found))),
                "no " + name);
    }

    private static <T> boolean done(Consumer<T> deed, T found) {
        deed.accept(found);
        return true;
    }

    static <T> T get(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(LONGEST_MILLIS, question);
    }

    static void run(Runnable deed) {
        WaitForAsyncUtils.waitForAsyncFx(LONGEST_MILLIS, deed);
    }
}
