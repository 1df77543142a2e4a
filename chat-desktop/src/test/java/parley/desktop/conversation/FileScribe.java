package parley.desktop.conversation;

import javafx.scene.image.Image;

import java.nio.file.Path;
import java.util.List;

/// Writes down what the owner of a chat does about files.
public record FileScribe(List<String> done) implements FileActions {
    @Override
    public void offer(List<Path> files) {
        done.add("offer " + files);
    }

    @Override
    public void offer(Image picture) {
        done.add("offer a picture %.0f×%.0f".formatted(picture.getWidth(), picture.getHeight()));
    }

    @Override
    public void choose() {
        done.add("choose");
    }

    @Override
    public void save(String file) {
        done.add("save " + file);
    }

    @Override
    public void saveTo(String file) {
        done.add("saveTo " + file);
    }

    @Override
    public void decline(String file) {
        done.add("decline " + file);
    }

    @Override
    public void pause(String file) {
        done.add("pause " + file);
    }

    @Override
    public void resume(String file) {
        done.add("resume " + file);
    }

    @Override
    public void cancel(String file) {
        done.add("cancel " + file);
    }

    @Override
    public void openFolder(String file) {
        done.add("openFolder " + file);
    }
}
