package parley.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.FakeClient;
import parley.desktop.client.NoLine;
import parley.desktop.export.Export.Outcome;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

class ExportTest {
    private static final UserName LUKE = UserName.of("luke");
    private static final Chat CHAT = Chat.with(LUKE);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir private Path folder;
    private final FakeClient client = new FakeClient();
    private final List<Long> progress = new ArrayList<>();

    private Export export(Path file) {
        return new Export(client, CHAT, file, ZoneOffset.UTC, progress::add);
    }

    private void page(boolean more, ChatMessage... messages) {
        client.turnsTo(
                CompletableFuture.completedFuture(
                        new Reply.History(CHAT, List.of(messages), more)));
    }

    private static ChatMessage message(long seq, String text) {
        return new ChatMessage(CHAT, LUKE, seq, text, NOON, "");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void allPagesAreWrittenForPeople() throws IOException {
        page(true, message(1, "one"), message(2, "two\nluke: three"));
        page(false, message(3, "four 👍"));
        Path file = folder.resolve("chat.txt");

        assertThat(export(file).run()).isEqualTo(new Outcome.Written(3));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "2026-11-22 12:00:00  luke: one",
                        "2026-11-22 12:00:00  luke: two",
                        "    luke: three",
                        "2026-11-22 12:00:00  luke: four 👍");
        assertThat(client.asked())
                .containsExactly("history luke After[seq=0]", "history luke After[seq=2]");
        assertThat(progress).containsExactly(2L, 3L);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aLineOfJsonIsAMessageOfTheProtocol() throws IOException {
        page(false, message(1, "one\n\"two\""));
        Path file = folder.resolve("chat.JSONL");

        export(file).run();

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"type\":\"message\",\"chat\":\"luke\",\"from\":\"luke\",\"seq\":1,"
                                + "\"text\":\"one\\n\\\"two\\\"\","
                                + "\"time\":\"2026-11-22T12:00:00.000Z\"}");
    }

    @Test
    void whatIsNotAllThereLeavesTheFileAsItWas() throws IOException {
        Path file = folder.resolve("chat.txt");
        Files.writeString(file, "as it was");
        page(true, message(1, "one"));
        client.turnsTo(CompletableFuture.failedFuture(new NoLine()));

        assertThat(export(file).run()).isEqualTo(new Outcome.NoAnswer());
        assertThat(file).hasContent("as it was");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void whatIsCancelledLeavesNothing() throws IOException {
        Export export = export(folder.resolve("chat.txt"));
        export.cancel();

        assertThat(export.run()).isEqualTo(new Outcome.Cancelled());
        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsSaidToBe() {
        Export export = export(folder.resolve("none/chat.txt"));

        assertThat(export.run()).isEqualTo(new Outcome.NotWritten());
    }
}
