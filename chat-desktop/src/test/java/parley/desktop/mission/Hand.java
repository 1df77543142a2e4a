package parley.desktop.mission;

import javafx.scene.Node;

/// What touches a window: mouse and keys. On JavaFX's thread.
interface Hand {
    /// Clicks a node so many times in a row: two are a double-click.
    void click(Node node, int times);

    /// Asks a node for its context menu.
    void askForMenu(Node node);

    /// Types where the cursor is.
    void type(String text);

    /// Presses a key, such as `Enter` or `Shortcut+K`.
    void key(String combination);
}
