package parley.desktop.pictures;

import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import parley.desktop.conversation.ConversationModel;
import parley.desktop.conversation.Keeping;
import parley.desktop.conversation.MessageRow;
import parley.desktop.peer.FileFailure;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileState.By;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.FileTransfer.Way;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Files in a private chat, and a private chat that is kept, in each of their states.
final class FileScenes {
    private static final long MEGABYTE = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-11-25T18:50:00Z");

    private FileScenes() {}

    /// Each state by its name: what it does to a private chat that is open.
    static Map<String, Consumer<ConversationModel>> all() {
        Map<String, Consumer<ConversationModel>> all = new LinkedHashMap<>();
        all.put("files-offered", rows(offered()));
        all.put("files-on-their-way", rows(onTheirWay()));
        all.put("files-over", rows(over()));
        all.put("files-failed", rows(failed()));
        all.put("private-kept", FileScenes::kept);
        return all;
    }

    private static Consumer<ConversationModel> rows(List<MessageRow> rows) {
        return chat -> chat.rows().addAll(rows);
    }

    private static List<MessageRow> offered() {
        return List.of(
                heard("Here are the plans. Keep them close."),
                row(Way.IN, "plans.pdf", 12, new FileState.Offered(), 0),
                row(
                        Way.IN,
                        "a very long name of a picture from the far side of the ridge, at"
                                + " dusk.jpeg",
                        4,
                        new FileState.Offered(),
                        0),
                row(Way.OUT, "ridge map.zip", 340, new FileState.Offered(), 0),
                row(Way.OUT, "holo.mkv", 2_100, new FileState.Preparing(), 700));
    }

    private static List<MessageRow> onTheirWay() {
        return List.of(
                row(Way.IN, "plans.pdf", 12, new FileState.Running(), 4),
                row(Way.OUT, "ridge map.zip", 340, new FileState.Running(), 233),
                row(Way.IN, "song of the swamp.mp3", 8, new FileState.Paused(By.ME), 3),
                row(Way.OUT, "holo.mkv", 2_100, new FileState.Paused(By.OTHER), 400),
                row(Way.OUT, "droid.sh", 1, new FileState.Waiting(), 0));
    }

    private static List<MessageRow> over() {
        FileState saved = new FileState.Done(Path.of("/home/yoda/Downloads/dusk.jpeg"));
        return List.of(
                new MessageRow.Shared(
                        "dusk", file(Way.IN, "dusk.jpeg", 4, saved, 4), NOW, picture()),
                row(Way.OUT, "ridge map.zip", 340, saved, 340),
                row(Way.IN, "plans.pdf", 12, new FileState.Declined(), 0),
                row(Way.OUT, "holo.mkv", 2_100, new FileState.Cancelled(By.OTHER), 3));
    }

    private static List<MessageRow> failed() {
        List<MessageRow> rows = new ArrayList<>();
        rows.add(failed(Way.IN, FileFailure.NO_ROOM));
        rows.add(failed(Way.OUT, FileFailure.NO_PLAIN_FILE));
        rows.add(failed(Way.IN, FileFailure.WRONG_CONTENT));
        rows.add(failed(Way.OUT, FileFailure.BROKE_OFF));
        return rows;
    }

    private static MessageRow failed(Way way, FileFailure why) {
        return row(way, "plans of " + why + ".pdf", 12, new FileState.Failed(why), 3);
    }

    private static void kept(ConversationModel chat) {
        chat.keepingProperty().set(Keeping.BOTH);
        chat.rows()
                .addAll(
                        heard("Here nobody listens, you said."),
                        new MessageRow.Note(
                                "k",
                                "Kept on this computer from 18:48 on, and nothing from before."
                                        + " luke is told.",
                                NOW),
                        heard("Then I keep it, too."),
                        new MessageRow.Note(
                                "l",
                                "luke keeps this chat on their computer from 18:50 on, and nothing"
                                        + " from before.",
                                NOW));
    }

    private static MessageRow heard(String text) {
        return new MessageRow.Heard(text, "luke", text, NOW);
    }

    private static MessageRow row(
            Way way, String name, long megabytes, FileState state, long done) {
        return new MessageRow.Shared(name, file(way, name, megabytes, state, done), NOW, null);
    }

    private static FileTransfer file(
            Way way, String name, long megabytes, FileState state, long done) {
        return new FileTransfer(
                name, way, name, megabytes * MEGABYTE, state, done * MEGABYTE, 4_200_000);
    }

    /// A hill at dusk.
    private static Image picture() {
        WritableImage drawn = new WritableImage(600, 360);
        PixelWriter pen = drawn.getPixelWriter();
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 600; x++) {
                boolean hill = y > 230 + 60 * Math.sin(x / 110.0);
                pen.setColor(
                        x,
                        y,
                        hill
                                ? Color.rgb(32, 44, 60)
                                : Color.rgb(255 - y / 3, 190 - y / 4, 120 + y / 4));
            }
        }
        return drawn;
    }
}
