package parley.desktop.sidebar;

import java.util.Locale;

/// The sections of the list, from top to bottom.
enum Group {
    PRIVATE,
    ONLINE,
    OFFLINE,
    BLOCKED;

    /// Its key in the bundle of words.
    String key() {
        return "group." + name().toLowerCase(Locale.ROOT);
    }
}
