package parley.desktop.privatechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;

class ThumbnailTest {
    @TempDir private Path folder;

    private Path picture(String format, int width, int height) throws IOException {
        Path file = folder.resolve("picture." + format);
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        drawn.setRGB(0, 0, 0x7c3aed);
        assertThat(ImageIO.write(drawn, format, file.toFile())).isTrue();
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void picturesOfTheFourKindsAreRead(String format) throws Exception {
        Optional<Thumbnail> small = Thumbnail.of(picture(format, 40, 30));

        assertThat(small).get().extracting(Thumbnail::width).isEqualTo(40);
        assertThat(small).get().extracting(Thumbnail::height).isEqualTo(30);
    }

    @Test
    void aLargeOneIsThinnedOutWhileItIsRead() throws Exception {
        Thumbnail small = Thumbnail.of(picture("png", 2_600, 900)).orElseThrow();

        assertThat(small.width()).isEqualTo(650);
        assertThat(small.height()).isEqualTo(225);
        assertThat(small.pixels()[0]).isEqualTo(0xff7c3aed);
    }

    /// 30,000 × 30,000 in its head, and next to nothing in its body.
    @Test
    void whatSaysItIsHugeIsNotDecoded() throws Exception {
        Path file = picture("png", 4, 4);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer head = ByteBuffer.wrap(bytes);
        head.putInt(16, 30_000).putInt(20, 30_000);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(bytes, 12, 17);
        head.putInt(29, (int) sum.getValue());
        Files.write(file, bytes);

        assertThat(Thumbnail.of(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "png, 5000, 4999, true",
        "png, 5000, 5000, false",
        "JPEG, 100, 100, true",
        "tif, 100, 100, false",
        "wbmp, 100, 100, false",
        "png, 0, 100, false",
        "png, 2147483647, 2147483647, false"
    })
    void onlySomeKindsAndSizesAreWelcome(String format, int width, int height, boolean welcome) {
        assertThat(Thumbnail.isWelcome(format, width, height)).isEqualTo(welcome);
    }

    @Test
    void whatIsNoPictureHasNone() throws Exception {
        Path file = folder.resolve("picture.png");
        Files.writeString(file, "<svg xmlns='http://www.w3.org/2000/svg'/>");

        assertThat(Thumbnail.of(file)).isEmpty();
        assertThat(Thumbnail.mayBe("picture.svg")).isFalse();
        assertThat(Thumbnail.mayBe("picture.PNG")).isTrue();
    }

    @Test
    void aBrokenOneIsToldApart() throws Exception {
        Path file = picture("png", 400, 400);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));

        assertThatThrownBy(() -> Thumbnail.of(file)).isInstanceOf(IOException.class);
    }
}
