package parley.desktop.conversation;

import parley.desktop.kit.Amounts;
import parley.desktop.kit.Texts;
import parley.desktop.peer.FileFailure;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.FileTransfer.Way;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/// How a file stands, in words and as a share.
///
/// @param name the other person's
record FileWords(String name) {
    private static final Texts TEXTS = Texts.of(FileWords.class);

    /// What it is: *4.2 MB · PDF document*.
    static String about(FileTransfer file) {
        return TEXTS.get("file.about", Amounts.size(file.size()), FileKind.word(file.name()));
    }

    /// How it stands; empty where its buttons say that.
    String status(FileTransfer file) {
        boolean in = file.way() == Way.IN;
        return switch (file.state()) {
            case FileState.Preparing() -> TEXTS.get("file.preparing", percent(file));
            case FileState.Offered() -> in ? "" : TEXTS.get("file.offered", name);
            case FileState.Waiting() -> TEXTS.get("file.waiting", percent(file));
            case FileState.Running() -> running(file);
            case FileState.Paused(FileState.By by) -> by("file.paused", by, percent(file));
            case FileState.Checking() -> TEXTS.get("file.checking");
            case FileState.Done(Path path) ->
                    in ? TEXTS.get("file.saved", folder(path)) : TEXTS.get("file.sent", name);
            case FileState.Declined() ->
                    TEXTS.get(in ? "file.declined.me" : "file.declined.other", name);
            case FileState.Cancelled(FileState.By by) -> by("file.cancelled", by, "");
            case FileState.Failed(FileFailure why) -> TEXTS.get(key(file, why), name);
        };
    }

    private static String key(FileTransfer file, FileFailure why) {
        return "file.failed."
                + why.name().toLowerCase(Locale.ROOT)
                + "."
                + file.way().name().toLowerCase(Locale.ROOT);
    }

    private String by(String key, FileState.By by, String share) {
        return TEXTS.get(key + "." + by.name().toLowerCase(Locale.ROOT), name, share);
    }

    private static String running(FileTransfer file) {
        String share = percent(file);
        if (file.bytesPerSecond() <= 0) {
            return TEXTS.get("file.starting", share);
        }
        long seconds = Math.max(0, file.size() - file.done()) / file.bytesPerSecond();
        return TEXTS.get(
                "file.running",
                share,
                Amounts.speed(file.bytesPerSecond()),
                Amounts.left(Duration.ofSeconds(seconds)));
    }

    private static String folder(Path path) {
        Path folder = path.getParent();
        Path last = folder == null ? null : folder.getFileName();
        return last == null ? String.valueOf(folder) : last.toString();
    }

    /// How much of it is there, from 0 to 1, while that is worth a bar.
    static OptionalDouble progress(FileTransfer file) {
        return switch (file.state()) {
            case FileState.Preparing(),
                    FileState.Waiting(),
                    FileState.Running(),
                    FileState.Paused(_),
                    FileState.Checking() ->
                    OptionalDouble.of(share(file));
            case FileState.Offered(),
                    FileState.Done(_),
                    FileState.Declined(),
                    FileState.Cancelled(_),
                    FileState.Failed(_) ->
                    OptionalDouble.empty();
        };
    }

    private static double share(FileTransfer file) {
        return file.size() <= 0 ? 1 : Math.clamp((double) file.done() / file.size(), 0, 1);
    }

    /// Rounded down: a hundred is said of what is all there alone.
    private static String percent(FileTransfer file) {
        return (int) Math.floor(share(file) * 100) + " %";
    }

    /// All of it, as a screen reader says it.
    String spoken(FileTransfer file, String time) {
        String key = file.way() == Way.IN ? "file.spoken.in" : "file.spoken.out";
        return TEXTS.get(key, name, time, file.name(), about(file), status(file)).strip();
    }
}
