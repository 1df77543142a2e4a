package parley.desktop.pictures;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

import parley.desktop.kit.Fx;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Draws screens in both themes into a folder, without showing a window.
final class Gallery {
    private static final Path FOLDER = Path.of("target/pictures");

    private Gallery() {}

    /// Draws each screen, at this size, as `NAME-light.png` and `NAME-dark.png`.
    static void draw(Map<String, Supplier<Region>> screens, double width, double height) {
        for (ColorScheme scheme : ColorScheme.values()) {
            Fx.wear(scheme);
            screens.forEach((name, screen) -> draw(name, screen, scheme, width, height));
        }
        Fx.wear(ColorScheme.LIGHT);
    }

    private static void draw(
            String name, Supplier<Region> screen, ColorScheme scheme, double width, double height) {
        Path file = FOLDER.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
        Fx.run(() -> {
            Scene scene = new Scene(screen.get(), width, height);
            Fx.look().dress(scene);
            Png.write(Png.of(scene, 1), file);
        });
    }
}
