package parley.desktop.conversation;

import javafx.scene.image.Image;

import java.nio.file.Path;
import java.util.List;

/// What the owner does about files in a chat. A file is named by its id. Called on the JavaFX
/// thread; nothing may wait there.
public interface FileActions {
    /// Offers these to the other side; in an ordinary chat, asks whether they shall go privately.
    void offer(List<Path> files);

    /// Offers a picture, as it was copied elsewhere.
    void offer(Image picture);

    /// Asks which files, and offers them.
    void choose();

    /// Lets a file come to where downloads go.
    void save(String file);

    /// Asks where to, and lets a file come there.
    void saveTo(String file);

    void decline(String file);

    void pause(String file);

    void resume(String file);

    void cancel(String file);

    /// Shows the folder of a file that has arrived, in the system's own program. Never opens the
    /// file itself.
    void openFolder(String file);
}
