package parley.desktop.sidebar;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys of the sidebar, in its whole window.
public final class SidebarKeys {
    /// Goes to the filter.
    public static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    /// Searches what was said.
    public static final KeyCombination SEARCH =
            new KeyCodeCombination(
                    KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /// Opens the settings.
    public static final KeyCombination SETTINGS =
            new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);

    /// Shows who was online.
    public static final KeyCombination WHO =
            new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);

    private SidebarKeys() {}
}
