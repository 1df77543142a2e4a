package parley.desktop;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this system keeps programs' data for their user.
final class ApplicationData {
    private ApplicationData() {}

    /// Parley's folder there.
    ///
    /// @param system as in the property `os.name`
    /// @param home the user's own folder
    static Path folder(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return given(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Parley");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Parley");
        }
        return given(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("parley");
    }

    /// The XDG rules want a relative path to be ignored.
    private static Path given(Map<String, String> environment, String variable, Path usual) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : usual;
    }

    /// Parley's folder on this computer.
    static Path here() {
        return folder(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }
}
