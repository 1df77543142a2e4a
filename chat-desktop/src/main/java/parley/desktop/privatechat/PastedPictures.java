package parley.desktop.privatechat;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.peer.PeerChange;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import javax.imageio.ImageIO;

/// Pictures that were copied elsewhere and pasted into a private chat: each becomes a PNG in a
/// folder of its own that only the owner may read, and is removed once its transfer is over, or at
/// the end. On the JavaFX thread but for the disk's work.
final class PastedPictures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PastedPictures.class);
    private static final long MOST_PIXELS = 25_000_000;

    private final Executor background;
    private final Map<String, Path> offered = new HashMap<>();

    PastedPictures(Executor background) {
        this.background = background;
    }

    /// Whether it is small enough to be sent as a copy.
    static boolean takes(Image picture) {
        double pixels = picture.getWidth() * picture.getHeight();
        return pixels > 0 && pixels < MOST_PIXELS;
    }

    /// Writes it to a file of this name.
    CompletableFuture<Path> write(Image picture, String name) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return CompletableFuture.supplyAsync(
                () -> write(new Thumbnail(width, height, pixels), name), background);
    }

    private static Path write(Thumbnail picture, String name) {
        try {
            Path folder = Files.createTempDirectory("parley-picture");
            Path file = folder.resolve(name);
            BufferedImage copy =
                    new BufferedImage(
                            picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
            copy.setRGB(
                    0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
            ImageIO.write(copy, "png", file.toFile());
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// It is offered under this id.
    void offered(String file, Path path) {
        offered.put(file, path);
    }

    /// What private chats tell, once it has been applied.
    void hear(PeerChange change) {
        if (change instanceof PeerChange.FileMoved(_, var transfer) && transfer.state().isOver()) {
            Path path = offered.remove(transfer.file());
            if (path != null) {
                background.execute(() -> remove(path));
            }
        }
    }

    /// Removes one that nobody wants.
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.toAbsolutePath().getParent());
        } catch (IOException failed) {
            LOG.warn("a pasted picture was not removed cause={}", failed.toString());
        }
    }

    /// Removes all that are left; not on the JavaFX thread.
    @Override
    public void close() {
        offered.values().forEach(PastedPictures::remove);
    }
}
