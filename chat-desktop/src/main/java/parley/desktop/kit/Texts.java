package parley.desktop.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of one area of the program: the bundle `texts.properties` in its package.
///
/// Patterns are those of [MessageFormat]; an apostrophe in them is the typographic one, since the
/// straight one is a quote there. A key that is missing throws
/// [java.util.MissingResourceException]: it is our own fault. Any thread may use it.
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The words of the area that a class belongs to.
    public static Texts of(Class<?> area) {
        String name = area.getPackageName() + ".texts";
        return new Texts(
                ResourceBundle.getBundle(name, Locale.getDefault(), area.getClassLoader()));
    }

    /// The sentence of a key, with its blanks filled in.
    public String get(String key, Object... blanks) {
        return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(blanks);
    }
}
