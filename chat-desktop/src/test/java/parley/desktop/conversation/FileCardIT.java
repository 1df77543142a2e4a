package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.kit.Nameless;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.FileTransfer.Way;

import java.util.List;

class FileCardIT {
    private final ConversationModel model = model();
    private final OpenChat chat = new OpenChat(model);

    private static ConversationModel model() {
        return Fx.get(() -> {
            ConversationModel model = ConversationModel.privateWith("luke");
            model.privateStateProperty().set(new PrivateState.Secure(PrivateState.Key.VERIFIED));
            return model;
        });
    }

    @AfterEach
    void closed() {
        chat.close();
    }

    private void stands(Way way, FileState state, long done) {
        FileTransfer file =
                new FileTransfer("f", way, "plans.pdf", 10_000_000, state, done, 1_000_000);
        MessageRow row = new MessageRow.Shared("file f", file, OpenChat.NOW, null);
        chat.change(() -> model.rows().setAll(List.of(row)));
    }

    private String words(String style) {
        return Fx.get(() -> ((Label) chat.one(style)).getText());
    }

    @Test
    void anOfferIsAnsweredByItsButtons() {
        stands(Way.IN, new FileState.Offered(), 0);

        assertThat(words("about")).isEqualTo("10 MB · PDF document");
        assertThat(Nameless.below(chat.overlay)).isEmpty();
        Hands.click(chat.overlay, "Save");
        Hands.click(chat.overlay, "Save to…");
        Hands.click(chat.overlay, "Decline");

        assertThat(chat.scribe.done()).containsExactly("save f", "saveTo f", "decline f");
    }

    @Test
    void whoIsAtAButtonStaysThereWhileTheBarMoves() {
        stands(Way.IN, new FileState.Running(), 1_000_000);
        Node pause = Hands.one(chat.overlay, node -> isButton(node, "Pause"));
        Fx.run(pause::requestFocus);

        stands(Way.IN, new FileState.Running(), 2_000_000);

        assertThat(words("status")).startsWith("20 % · 1.0 MB/s");
        assertThat(Fx.get(() -> chat.stage.getScene().getFocusOwner())).isSameAs(pause);
    }

    private static boolean isButton(Node node, String words) {
        return node instanceof Button button && words.equals(button.getText());
    }

    @Test
    void theMenuKeyOffersTheSameInTheList() {
        stands(Way.OUT, new FileState.Running(), 1_000_000);
        Fx.run(chat.list()::requestFocus);
        Hands.press(chat.list(), KeyCode.UP);

        Fx.run(() -> Event.fireEvent(chat.list(), menuKey()));

        assertThat(Fx.get(FileCardIT::menu)).containsExactly("Copy name", "Pause", "Cancel");
    }

    private ContextMenuEvent menuKey() {
        return new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                0,
                0,
                0,
                0,
                true,
                new PickResult(chat.list(), 0, 0));
    }

    private static List<String> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void aPictureThatWasCopiedIsPastedAsAFile() {
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new WritableImage(12, 8));
            Clipboard.getSystemClipboard().setContent(content);
            chat.area().paste();
        });

        assertThat(chat.scribe.done()).containsExactly("offer a picture 12×8");
    }

    @Test
    void textIsPastedAsText() {
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("Do, or do not.");
            Clipboard.getSystemClipboard().setContent(content);
            chat.area().paste();
        });

        assertThat(Fx.get(() -> chat.area().getText())).isEqualTo("Do, or do not.");
    }

    @Test
    void aFileIsChosenByTheButtonAndByItsKey() {
        Hands.click(chat.overlay, "Send a file");
        Hands.pressWithShortcut(chat.area(), KeyCode.O);

        assertThat(chat.scribe.done()).containsExactly("choose", "choose");
    }
}
