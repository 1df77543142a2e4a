package parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class ApplicationDataTest {
    private static final Path HOME = Path.of("/home/yoda");

    private static String folder(String system, Map<String, String> environment) {
        return ApplicationData.folder(system, HOME, environment).toString().replace('\\', '/');
    }

    @Test
    void eachSystemHasItsPlace() {
        assertThat(folder("Linux", Map.of())).isEqualTo("/home/yoda/.local/share/parley");
        assertThat(folder("Mac OS X", Map.of()))
                .isEqualTo("/home/yoda/Library/Application Support/Parley");
        assertThat(folder("Windows 11", Map.of())).isEqualTo("/home/yoda/AppData/Roaming/Parley");
    }

    @Test
    void whatTheUserSetHolds() {
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo("/data/parley");
    }

    @Test
    void aRelativeOneIsIgnored() {
        assertThat(folder("Linux", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo("/home/yoda/.local/share/parley");
    }
}
