package parley.desktop.export;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import parley.desktop.client.Client;
import parley.desktop.kit.Texts;
import parley.protocol.Chat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// The card that is shown while a chat is written to a file: how far it is, and a way to end it;
/// then what has become of it. It is done in the background and goes on behind a closed card.
public final class ExportCard extends VBox {
    private static final Texts TEXTS = Texts.of(ExportCard.class);

    private final Path file;
    private final Label words;
    private final ProgressBar bar = new ProgressBar(0);
    private final Button button = new Button(TEXTS.get("cancel"));
    private final Runnable close;

    private ExportCard(Chat chat, Path file, Runnable close) {
        this.file = file;
        this.close = close;
        getStyleClass().addAll("prompt", "export-card");
        setId("export-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPrefWidth(420);
        setSpacing(16);
        Label heading = new Label(heading(chat));
        heading.getStyleClass().add("heading");
        setAccessibleText(heading.getText());
        words = new Label(TEXTS.get("running", name()));
        words.setId("export-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(heading.getText());
        button.setId("export-button");
        HBox answers = new HBox(button);
        answers.getStyleClass().add("answers");
        getChildren().addAll(heading, words, bar, answers);
    }

    /// Begins to write a chat to a file.
    ///
    /// @param last the `seq` of its newest message, as far as that is known
    /// @param door to the JavaFX thread
    public static ExportCard begin(
            Client client,
            Chat chat,
            Path file,
            long last,
            ZoneId zone,
            Executor door,
            Runnable close) {
        Path named = withEnding(file);
        ExportCard card = new ExportCard(chat, named, close);
        Export export =
                new Export(
                        client,
                        chat,
                        named,
                        zone,
                        seq -> door.execute(() -> card.at(seq, Math.max(last, 1))));
        card.button.setOnAction(_ -> export.cancel());
        CompletableFuture<Export.Outcome> done = new CompletableFuture<>();
        Thread.ofVirtual().name("export").start(() -> done.complete(export.run()));
        var _ = done.thenAcceptAsync(card::ended, door);
        return card;
    }

    /// A name for the file of a chat.
    public static String suggestedName(Chat chat) {
        String name =
                switch (chat) {
                    case Chat.Everyone() -> TEXTS.get("name.everyone");
                    case Chat.With(var user) -> user.toString();
                };
        return "Parley " + name.replaceAll("[^\\p{L}\\p{N}._ -]", "_") + Form.TEXT.ending();
    }

    private static Path withEnding(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + Form.TEXT.ending());
    }

    private static String heading(Chat chat) {
        return switch (chat) {
            case Chat.Everyone() -> TEXTS.get("heading.everyone");
            case Chat.With(var user) -> TEXTS.get("heading", user);
        };
    }

    private String name() {
        return file.getFileName().toString();
    }

    private void at(long seq, long last) {
        bar.setProgress(Math.min(1, (double) seq / last));
    }

    private void ended(Export.Outcome outcome) {
        bar.setVisible(false);
        bar.setManaged(false);
        button.setText(TEXTS.get("close"));
        button.setOnAction(_ -> close.run());
        words.setText(
                switch (outcome) {
                    case Export.Outcome.Written(long count) -> TEXTS.get("written", count, name());
                    case Export.Outcome.Cancelled() -> TEXTS.get("cancelled");
                    case Export.Outcome.NoAnswer() -> TEXTS.get("no-answer");
                    case Export.Outcome.NotWritten() -> TEXTS.get("not-written", name());
                });
    }
}
