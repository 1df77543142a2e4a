package parley.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where downloads go: where the desktop's settings of the user's folders say so (`user-dirs.dirs`,
/// as xdg-user-dirs writes it), else into `Downloads` where there is such a folder, else into the
/// home folder.
///
/// @param home the user's home folder
record Downloads(Path home) {
    private static final Pattern LINE =
            Pattern.compile("\\s*XDG_DOWNLOAD_DIR=\"((?:\\$HOME)?/[^\"]*)\"\\s*");

    /// @param settings the file with the settings, which need not be there
    Path in(Path settings) {
        Path usual = home.resolve("Downloads");
        return lines(settings).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .flatMap(named -> path(named).stream())
                .findFirst()
                .orElse(Files.isDirectory(usual) ? usual : home);
    }

    private static List<String> lines(Path settings) {
        try {
            return Files.isRegularFile(settings) ? Files.readAllLines(settings) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Optional<Path> path(String named) {
        try {
            return Optional.of(Path.of(named.replace("$HOME", home.toString())));
        } catch (InvalidPathException nonsense) {
            return Optional.empty();
        }
    }
}
