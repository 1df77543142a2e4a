package parley.desktop.pictures;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// Pictures of scenes, shown or not, as PNG files.
final class Png {
    private Png() {}

    /// What a scene looks like, so many pixels to a point. On JavaFX's thread.
    static WritableImage of(Scene scene, double scale) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setFill(scene.getFill() == null ? Color.TRANSPARENT : scene.getFill());
        how.setViewport(
                new javafx.geometry.Rectangle2D(
                        0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
        return scene.getRoot().snapshot(how, null);
    }

    /// Writes a picture, and the folders above it.
    static void write(WritableImage picture, Path file) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException("no picture in " + file, broken);
        }
    }
}
