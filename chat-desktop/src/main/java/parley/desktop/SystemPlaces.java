package parley.desktop;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import parley.desktop.kit.Texts;
import parley.desktop.privatechat.FilePlaces;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files and folders by the system's own dialogs and programs.
final class SystemPlaces implements FilePlaces {
    private static final Texts TEXTS = Texts.of(SystemPlaces.class);

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
        SystemPrograms.start(command(file));
    }

    private static List<String> command(Path file) {
        return switch (SystemPrograms.family()) {
            case WINDOWS -> List.of("explorer.exe", "/select," + file);
            case MAC -> List.of("open", "-R", file.toString());
            case OTHER -> List.of("xdg-open", String.valueOf(file.toAbsolutePath().getParent()));
        };
    }
}
