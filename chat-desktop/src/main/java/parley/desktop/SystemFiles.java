package parley.desktop;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import parley.desktop.export.FileChoice;
import parley.desktop.export.Form;
import parley.desktop.kit.Texts;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// Asks for a file by the system's own dialog.
final class SystemFiles implements FileChoice {
    private static final Texts TEXTS = Texts.of(SystemFiles.class);

    private final Window owner;

    SystemFiles(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toSave(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("export.title"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(TEXTS.get("export.text"), "*" + Form.TEXT.ending()),
                        new ExtensionFilter(
                                TEXTS.get("export.json"), "*" + Form.JSON_LINES.ending()));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
