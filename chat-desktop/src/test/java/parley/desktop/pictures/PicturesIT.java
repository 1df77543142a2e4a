package parley.desktop.pictures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Draws what Parley looks like, in light and dark, through the real views. Not a test, and so run
/// only when asked for:
///
/// ```
/// mvn -q -pl shared,chat-server,chat-desktop test -Dtest=PicturesIT -Dpictures -Dsurefire.failIfNoSpecifiedTests=false
/// ```
///
/// All pictures land in `chat-desktop/target/pictures`; with `-Dpictures=docs` the few that the
/// documents show are also written to `docs/images`, and the icon's to the sources.
@EnabledIfSystemProperty(named = "pictures", matches = ".*")
class PicturesIT {
    @Test
    void drawChats() {
        Gallery.draw(ConversationScenes.all(), 832, 740);
    }

    @Test
    void drawWindows() throws IOException {
        WindowPictures.draw(1120, 740, "");
        if (System.getProperty("pictures").equals("docs")) {
            WindowPictures.copy(
                    Path.of("../docs/images"),
                    Map.of(
                            "window-light.png", "chat-light.png",
                            "window-dark.png", "chat-dark.png",
                            "window-private-dark.png", "private-dark.png",
                            "login-wrong-password-light.png", "login-light.png"));
        }
    }

    @Test
    void drawSmallestWindows() {
        WindowPictures.draw(760, 520, "-small");
    }

    @Test
    @EnabledIfSystemProperty(named = "pictures", matches = "docs")
    void drawTheIcon() {
        IconPictures.draw(Path.of("src/main/resources/parley/desktop/kit/icons"));
    }
}
