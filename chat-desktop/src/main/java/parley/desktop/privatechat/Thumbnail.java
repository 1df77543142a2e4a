package parley.desktop.privatechat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A picture in small, as pixels of 32 bits: alpha, red, green, blue.
///
/// It comes from somebody else, so its head is read first, and what would be larger than 25
/// megapixels is not decoded at all; what is decoded is thinned out while it is read.
record Thumbnail(int width, int height, int[] pixels) {
    private static final long MOST_PIXELS = 25_000_000;

    /// Twice of what is shown, for screens of that many pixels.
    private static final int WIDTH = 640;

    private static final int HEIGHT = 400;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "jpg", "gif", "bmp");

    /// Whether a file of this name may be such a picture.
    static boolean mayBe(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return FORMATS.contains(ending);
    }

    /// The picture in this file; nothing where it is none, of another kind or too large.
    ///
    /// @throws IOException where it cannot be read, or is broken; a decoder may throw what it
    ///   wants, too
    static Optional<Thumbnail> of(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                return Optional.empty();
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
        }
    }

    private static Optional<Thumbnail> read(ImageReader reader, ImageInputStream in)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            if (!isWelcome(reader.getFormatName(), reader.getWidth(0), reader.getHeight(0))) {
                return Optional.empty();
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = step(reader.getWidth(0), reader.getHeight(0));
            how.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(of(reader.read(0, how)));
        } finally {
            reader.dispose();
        }
    }

    static boolean isWelcome(String format, int width, int height) {
        return FORMATS.contains(format.toLowerCase(Locale.ROOT))
                && width > 0
                && height > 0
                && (long) width * height < MOST_PIXELS;
    }

    /// Each how-manieth pixel is read.
    static int step(int width, int height) {
        return Math.max(1, Math.max(width / WIDTH, height / HEIGHT));
    }

    private static Thumbnail of(BufferedImage read) {
        int width = read.getWidth();
        int height = read.getHeight();
        return new Thumbnail(
                width, height, read.getRGB(0, 0, width, height, new int[width * height], 0, width));
    }
}
