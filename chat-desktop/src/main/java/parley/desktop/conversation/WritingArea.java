package parley.desktop.conversation;

import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;

/// Where text is written. What is pasted and is no text goes another way: files, and a picture that
/// was copied.
final class WritingArea extends TextArea {
    private final FileActions files;

    WritingArea(FileActions files) {
        this.files = files;
    }

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            files.offer(DropTarget.paths(clipboard.getFiles()));
        } else if (clipboard.hasImage() && !clipboard.hasString()) {
            files.offer(clipboard.getImage());
        } else {
            super.paste();
        }
    }
}
