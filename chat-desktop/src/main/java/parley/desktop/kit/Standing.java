package parley.desktop.kit;

import java.util.Locale;

/// How a person stands to us, as far as an avatar shows it.
public enum Standing {
    /// Shown without a dot: nothing is known, or nothing is to be said.
    UNSAID,
    ONLINE,
    AWAY,
    BUSY,
    OFFLINE,
    BLOCKED;

    /// Its name in style sheets and in text bundles.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
