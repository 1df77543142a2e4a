package parley.desktop.privatechat;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Small pictures of files that have arrived, read behind the JavaFX thread's back. A broken
/// picture has none: what its decoder throws ends here.
final class Previews {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    private final Executor background;
    private final Executor door;

    /// @param door leads to the JavaFX thread
    Previews(Executor background, Executor door) {
        this.background = background;
        this.door = door;
    }

    /// Tells the picture in this file, on the JavaFX thread; nothing where there is none to show.
    void of(Path file, Consumer<Image> then) {
        CompletableFuture.supplyAsync(() -> read(file), background)
                .exceptionally(Previews::none)
                .thenAcceptAsync(found -> found.map(Previews::image).ifPresent(then), door);
    }

    private static Optional<Thumbnail> read(Path file) {
        try {
            return Thumbnail.of(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Thumbnail> none(Throwable broken) {
        LOG.debug("no preview cause={}", String.valueOf(broken.getCause()));
        return Optional.empty();
    }

    private static Image image(Thumbnail small) {
        WritableImage image = new WritableImage(small.width(), small.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        small.width(),
                        small.height(),
                        PixelFormat.getIntArgbInstance(),
                        small.pixels(),
                        0,
                        small.width());
        return image;
    }
}
