package parley.desktop;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

import parley.desktop.kit.Fx;

import java.nio.file.Path;
import java.util.List;

/// Drags files over a node and drops them there, without a mouse.
public final class Drops {
    private Drops() {}

    /// Holds files over it.
    public static void hold(Node over, List<Path> files) {
        Fx.run(() -> fire(over, DragEvent.DRAG_ENTERED, files));
    }

    /// Lets them fall.
    public static void drop(Node onto, List<Path> files) {
        Fx.run(() -> fire(onto, DragEvent.DRAG_DROPPED, files));
    }

    private static void fire(Node node, EventType<DragEvent> kind, List<Path> files) {
        Dragboard board =
                DragboardHelper.createDragboard(Toolkit.getToolkit().createLocalClipboard());
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        board.setContent(content);
        Event.fireEvent(
                node,
                new DragEvent(
                        null,
                        node,
                        kind,
                        board,
                        10,
                        10,
                        10,
                        10,
                        TransferMode.COPY,
                        null,
                        node,
                        new PickResult(node, 10, 10)));
    }
}
