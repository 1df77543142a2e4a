package parley.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.StagedDesktop;
import parley.desktop.WindowScenes;
import parley.desktop.kit.Fx;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

@Timeout(60)
class ExportCardIT {
    private static final UserName LUKE = UserName.of("luke");
    private static final Chat CHAT = Chat.with(LUKE);

    @TempDir private Path folder;
    private StagedDesktop desktop;

    @BeforeEach
    void open() {
        desktop = WindowScenes.desktop();
        desktop.open();
        Objects.requireNonNull(WindowScenes.all().get("window")).accept(desktop);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private static Reply.History page(boolean more) {
        ChatMessage message = new ChatMessage(CHAT, LUKE, 1, "hi", Instant.EPOCH, "");
        return new Reply.History(CHAT, List.of(message), more);
    }

    private Node find(String selector) {
        return desktop.scene().lookup(selector);
    }

    private void awaitWords(String part) {
        while (!Fx.get(() -> ((Label) find("#export-words")).getText()).contains(part)) {
            desktop.settle();
        }
    }

    @Test
    void whatWasWrittenIsToldAndTheCardCloses() {
        desktop.chooses(folder.resolve("chat"));
        desktop.client().turnsTo(CompletableFuture.completedFuture(page(false)));

        desktop.exports(CHAT);
        awaitWords("chat.txt");
        awaitWords("One message");

        assertThat(folder.resolve("chat.txt")).content().contains("luke: hi");
        Fx.run(() -> ((Button) find("#export-button")).fire());
        desktop.settle();
        assertThat(find("#export-card")).isNull();
    }

    @Test
    void itIsCancelledFromTheCard() {
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        desktop.chooses(folder.resolve("chat.txt"));
        desktop.client().turnsTo(slow);
        desktop.exports(CHAT);
        awaitWords("Writing");

        Fx.run(() -> ((Button) find("#export-button")).fire());
        slow.complete(page(true));

        awaitWords("Cancelled");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoChoosesNoFileSeesNoCard() {
        desktop.exports(CHAT);

        assertThat(find("#export-card")).isNull();
    }
}
