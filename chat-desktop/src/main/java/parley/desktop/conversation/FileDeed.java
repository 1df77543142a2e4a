package parley.desktop.conversation;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.FileTransfer.Way;

import java.util.List;
import java.util.Locale;

/// What can be done about a file that goes to or fro.
enum FileDeed {
    SAVE(Feather.DOWNLOAD),
    SAVE_TO(Feather.FOLDER),
    DECLINE(Feather.X),
    PAUSE(Feather.PAUSE),
    RESUME(Feather.PLAY),
    CANCEL(Feather.X),
    OPEN_FOLDER(Feather.FOLDER);

    private final Feather icon;

    FileDeed(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /// The key of its words.
    String key() {
        return "file." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What its owner may do about it as it stands, the likeliest first.
    static List<FileDeed> of(FileTransfer file) {
        return switch (file.state()) {
            case FileState.Offered() ->
                    file.way() == Way.IN ? List.of(SAVE, SAVE_TO, DECLINE) : List.of(CANCEL);
            case FileState.Preparing(), FileState.Waiting() -> List.of(CANCEL);
            case FileState.Running() -> List.of(PAUSE, CANCEL);
            case FileState.Paused(FileState.By by) ->
                    by == FileState.By.ME ? List.of(RESUME, CANCEL) : List.of(CANCEL);
            case FileState.Done(_) -> file.way() == Way.IN ? List.of(OPEN_FOLDER) : List.of();
            case FileState.Checking(),
                    FileState.Declined(),
                    FileState.Cancelled(_),
                    FileState.Failed(_) ->
                    List.of();
        };
    }

    void doneBy(FileActions actions, String file) {
        switch (this) {
            case SAVE -> actions.save(file);
            case SAVE_TO -> actions.saveTo(file);
            case DECLINE -> actions.decline(file);
            case PAUSE -> actions.pause(file);
            case RESUME -> actions.resume(file);
            case CANCEL -> actions.cancel(file);
            case OPEN_FOLDER -> actions.openFolder(file);
        }
    }
}
