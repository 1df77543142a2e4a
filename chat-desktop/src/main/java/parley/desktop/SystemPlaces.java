package parley.desktop;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.kit.Texts;
import parley.desktop.privatechat.FilePlaces;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Files and folders by the system's own dialogs and programs.
final class SystemPlaces implements FilePlaces {
    private static final Logger LOG = LoggerFactory.getLogger(SystemPlaces.class);
    private static final Texts TEXTS = Texts.of(SystemPlaces.class);

    private final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private final Window owner;

    SystemPlaces(Window owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> toSend() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("files.send.title"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("files.folder.title"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Path downloads() throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        Path settings =
                Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                        .filter(named -> !named.isBlank())
                        .map(Path::of)
                        .orElse(home.resolve(".config"));
        return Files.createDirectories(new Downloads(home).in(settings.resolve("user-dirs.dirs")));
    }

    @Override
    public void show(Path file) {
        Thread.ofVirtual().name("folder").start(() -> start(command(file)));
    }

    private List<String> command(Path file) {
        if (system.startsWith("windows")) {
            return List.of("explorer.exe", "/select," + file);
        }
        return system.startsWith("mac")
                ? List.of("open", "-R", file.toString())
                : List.of("xdg-open", String.valueOf(file.toAbsolutePath().getParent()));
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            LOG.warn(
                    "no program shows folders program={} cause={}",
                    command.getFirst(),
                    none.toString());
        }
    }
}
