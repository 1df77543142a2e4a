package parley.desktop.export;

import java.nio.file.Path;
import java.util.Optional;

/// Asks where to write a file. On the JavaFX thread.
@FunctionalInterface
public interface FileChoice {
    /// The file that its owner has chosen; nothing where they have thought better of it.
    Optional<Path> toSave(String suggestedName);
}
