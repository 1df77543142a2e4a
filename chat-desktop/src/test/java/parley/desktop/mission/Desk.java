package parley.desktop.mission;

import java.util.List;

/// One desktop as its owner sees and touches it: its window, in this JVM or in a process of its
/// own. Each deed waits until what it needs is there, and fails where it does not come. From the
/// test's thread.
interface Desk extends AutoCloseable {
    /// Opens the program, its login dialog filled in as by the command line.
    void open(String server, String user) throws Exception;

    /// Clicks a control, by its id.
    void click(String id);

    /// Clicks a button, by what is written on it or what a screen reader calls it.
    void press(String button);

    /// Types where the cursor is.
    void type(String text);

    /// Presses a key, such as `Enter` or `Shortcut+K`.
    void key(String combination);

    /// Clicks a row of the sidebar: `luke`, `luke, private` or `Everyone`.
    void choose(String row);

    /// Double-clicks a row of the sidebar.
    void doubleClick(String row);

    /// Chooses from a row's context menu.
    void menu(String row, String item);

    /// What a screen reader says of a row, and of the picture in it; empty where there is no such
    /// row.
    String row(String name);

    /// All that is to be read in a part of the window, by its id; empty where it is not on screen.
    List<String> read(String part);

    /// What a screen reader says of all that is to be read in a part of the window and is more than
    /// its text: a message with its time and how far it has got.
    List<String> spoken(String part);

    /// Whether what one types goes into that part of the window.
    boolean writesIn(String part);

    /// The window's title.
    String title();

    /// Its owner closes the window.
    @Override
    void close() throws Exception;
}
