package parley.desktop.privatechat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where files come from and go to on this computer.
public interface FilePlaces {
    /// The files that the owner chooses to send; none where they think better of it. On the JavaFX
    /// thread.
    List<Path> toSend();

    /// The folder that the owner chooses to save in. On the JavaFX thread.
    Optional<Path> folder();

    /// Where downloads go; it is made where it is missing. Asks the disk, so not on the JavaFX
    /// thread.
    Path downloads() throws IOException;

    /// Shows a file in its folder, by the system's own program, and does not open it. Any thread;
    /// does not wait.
    void show(Path file);
}
