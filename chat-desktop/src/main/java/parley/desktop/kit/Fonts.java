package parley.desktop.kit;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Inter, which comes with the program (SIL Open Font License, beside the files).
///
/// JavaFX finds only regular and bold by weight; style sheets name the two between as families of
/// their own, `Inter Medium` and `Inter SemiBold`.
final class Fonts {
    private static final List<String> FILES =
            List.of(
                    "Inter_400Regular.ttf",
                    "Inter_500Medium.ttf",
                    "Inter_600SemiBold.ttf",
                    "Inter_700Bold.ttf");

    private Fonts() {}

    /// Makes Inter known to JavaFX. Once is enough; again does no harm.
    static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream font = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (font == null || Font.loadFont(font, 14) == null) {
                throw new IllegalStateException("the program lacks its font " + file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's font " + file, broken);
        }
    }
}
