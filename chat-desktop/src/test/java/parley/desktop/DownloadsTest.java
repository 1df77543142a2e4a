package parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class DownloadsTest {
    @TempDir private Path home;
    private Path settings;

    @BeforeEach
    void aHome() {
        settings = home.resolve("user-dirs.dirs");
    }

    private Path downloads() {
        return new Downloads(home).in(settings);
    }

    @Test
    void theSettingsOfTheDesktopComeFirst() throws Exception {
        Files.writeString(
                settings,
                "# mine\nXDG_DESKTOP_DIR=\"$HOME/Desk\"\nXDG_DOWNLOAD_DIR=\"$HOME/In\"\n");

        assertThat(downloads()).isEqualTo(home.resolve("In"));
    }

    @Test
    void aFolderElsewhereIsNamedWhole() throws Exception {
        Files.writeString(settings, "XDG_DOWNLOAD_DIR=\"/data/in\"\n");

        assertThat(downloads()).isEqualTo(Path.of("/data/in"));
    }

    @Test
    void withoutThemItIsTheUsualFolderElseHome() throws Exception {
        assertThat(downloads()).isEqualTo(home);

        Files.createDirectory(home.resolve("Downloads"));
        Files.writeString(settings, "XDG_DOWNLOAD_DIR=\"relative/nonsense\"\n");

        assertThat(downloads()).isEqualTo(home.resolve("Downloads"));
    }
}
