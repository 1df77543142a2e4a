package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Stands in the last module of the build, when the libraries of all others have been gathered.
class LicencesIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> OURS = Set.of("shared", "chat-server", "chat-desktop");
    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");

    @Test
    void everyLibraryThatIsShippedIsListedWithItsLicence() throws IOException {
        Set<String> shipped = shipped();
        String page = Files.readString(ROOT.resolve("docs/licences.md"));

        assertThat(shipped)
                .isNotEmpty()
                .allSatisfy(library -> assertThat(page).contains("`" + library + "`"));
    }

    private static Set<String> shipped() throws IOException {
        Set<String> libraries = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.toList()) {
                Path lib = module.resolve("target/lib");
                if (Files.isDirectory(lib)) {
                    addTo(libraries, lib);
                }
            }
        }
        libraries.removeAll(OURS);
        return libraries;
    }

    private static void addTo(Set<String> libraries, Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            for (Path jar : jars.toList()) {
                Matcher name = JAR.matcher(jar.getFileName().toString());
                assertThat(name.matches()).as("%s has a version", jar).isTrue();
                libraries.add(name.group(1));
            }
        }
    }
}
