package parley.desktop.conversation;

import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Icons;
import parley.desktop.kit.Texts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Lies over a chat while files are dragged over it, and says what becomes of them there. It takes
/// the files of any chat: what is done with them is for the chat's actions.
final class DropTarget extends StackPane {
    private static final Texts TEXTS = Texts.of(DropTarget.class);

    private final FileActions files;

    DropTarget(ConversationModel model, FileActions files) {
        this.files = files;
        getStyleClass().add("drop-target");
        setMouseTransparent(true);
        setVisible(false);
        String key = "drop." + model.kind().name().toLowerCase(Locale.ROOT);
        Label first = new Label(TEXTS.get(key, model.name()));
        first.getStyleClass().add("first");
        Label more = new Label(TEXTS.get(key + ".more", model.name()));
        more.getStyleClass().add("more");
        VBox words = new VBox(Icons.icon(sign(model.kind()), 28), first, more);
        words.getStyleClass().add("words");
        getChildren().add(words);
    }

    private static Feather sign(ConversationKind kind) {
        return switch (kind) {
            case PRIVATE -> Feather.UPLOAD;
            case PERSON -> Feather.LOCK;
            case EVERYONE -> Feather.SLASH;
        };
    }

    /// Follows what is dragged over this part of the window.
    void watch(Region part) {
        part.setOnDragEntered(this::entered);
        part.setOnDragOver(this::over);
        part.setOnDragExited(_ -> setVisible(false));
        part.setOnDragDropped(this::dropped);
    }

    private void entered(DragEvent drag) {
        setVisible(drag.getDragboard().hasFiles());
    }

    private void over(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void dropped(DragEvent drop) {
        setVisible(false);
        Dragboard board = drop.getDragboard();
        if (board.hasFiles()) {
            files.offer(paths(board.getFiles()));
            drop.setDropCompleted(true);
            drop.consume();
        }
    }

    static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
