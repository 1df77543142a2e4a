package parley.desktop.pictures;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

import parley.desktop.StagedDesktop;
import parley.desktop.WindowScenes;
import parley.desktop.kit.Fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Draws the whole window in each of its states, in both themes.
final class WindowPictures {
    private static final Path FOLDER = Path.of("target/pictures");

    private WindowPictures() {}

    static void draw(double width, double height, String suffix) {
        for (ColorScheme scheme : ColorScheme.values()) {
            Fx.wear(scheme);
            WindowScenes.all()
                    .forEach((name, scene) -> draw(name + suffix, scene, scheme, width, height));
        }
        Fx.wear(ColorScheme.LIGHT);
    }

    /// Copies some of the pictures that were drawn, under other names.
    static void copy(Path folder, Map<String, String> names) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> name : names.entrySet()) {
            Files.copy(
                    FOLDER.resolve(name.getKey()),
                    folder.resolve(name.getValue()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void draw(
            String name,
            Consumer<StagedDesktop> happens,
            ColorScheme scheme,
            double width,
            double height) {
        StagedDesktop desktop = WindowScenes.desktop();
        desktop.begin();
        happens.accept(desktop);
        Region content = desktop.content();
        Path file = FOLDER.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
        Fx.run(() -> {
            Scene scene = new Scene(content, width, height);
            scene.getStylesheets().add("/parley/desktop/window.css");
            Fx.look().dress(scene);
            Png.write(Png.of(scene, 1), file);
        });
        desktop.close();
    }
}
