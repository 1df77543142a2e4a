package parley.desktop.pictures;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

import parley.desktop.kit.AppIcon;
import parley.desktop.kit.Fx;

import java.nio.file.Path;

/// Draws the program's icon anew, in every size, into the sources: run it after a change of
/// [AppIcon]. The pictures are committed; no build draws them.
final class IconPictures {
    private IconPictures() {}

    /// @param folder where `parley-SIZE.png` are written
    static void draw(Path folder) {
        for (int size : AppIcon.SIZES) {
            Scene scene =
                    Fx.get(() ->
                            new Scene(
                                    new Group(AppIcon.drawn(size)), size, size, Color.TRANSPARENT));
            Png.write(Fx.get(() -> Png.of(scene, 1)), folder.resolve("parley-" + size + ".png"));
        }
    }
}
