package parley.desktop.privatechat;

import javafx.scene.image.Image;

import parley.desktop.conversation.MessageRow;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.state.PrivateItem;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The rows of a chat's files, and their previews: of the newest pictures only, so that a long chat
/// full of them stays small. On the JavaFX thread.
final class FileRows {
    private static final int MOST_PREVIEWS = 16;

    private final FileDesk desk;
    private final Consumer<String> changed;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Image> previews = new LinkedHashMap<>();

    /// @param changed hears that the row of this file is another one now
    FileRows(FileDesk desk, Consumer<String> changed) {
        this.desk = desk;
        this.changed = changed;
    }

    MessageRow row(PrivateItem.Shared shared) {
        FileTransfer file = shared.transfer();
        if (file.state() instanceof FileState.Done(Path path)
                && Thumbnail.mayBe(file.name())
                && asked.add(file.file())) {
            desk.preview(path, image -> arrived(file.file(), image));
        }
        return new MessageRow.Shared(
                "file " + file.file(), file, shared.time(), previews.get(file.file()));
    }

    private void arrived(String file, Image preview) {
        previews.put(file, preview);
        changed.accept(file);
        if (previews.size() > MOST_PREVIEWS) {
            Iterator<String> oldest = previews.keySet().iterator();
            String left = oldest.next();
            oldest.remove();
            changed.accept(left);
        }
    }
}
