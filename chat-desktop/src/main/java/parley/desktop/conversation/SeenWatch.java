package parley.desktop.conversation;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import parley.desktop.conversation.MessageRow.Heard;

import java.util.function.Consumer;

/// Notices what its reader has seen: the newest of others' messages that stood on screen for a
/// second, in a window that its owner works in.
final class SeenWatch {
    private final PauseTransition pause;
    private final ObservableValue<@Nullable Heard> newest;
    private final ObservableValue<Boolean> active;
    private final Consumer<Heard> seen;
    private @Nullable Heard told;

    /// @param active whether the window is worked in and the chat is on screen
    /// @param seen told of each such message once
    SeenWatch(
            ObservableValue<@Nullable Heard> newest,
            ObservableValue<Boolean> active,
            Duration longEnough,
            Consumer<Heard> seen) {
        this.newest = newest;
        this.active = active;
        this.seen = seen;
        pause = new PauseTransition(longEnough);
        pause.setOnFinished(_ -> tell());
        newest.addListener((_, _, _) -> again());
        active.addListener((_, _, _) -> again());
        again();
    }

    private void again() {
        pause.stop();
        Heard now = newest.getValue();
        if (active.getValue() && now != null && !now.equals(told)) {
            pause.playFromStart();
        }
    }

    private void tell() {
        Heard now = newest.getValue();
        if (now != null) {
            told = now;
            seen.accept(now);
        }
    }
}
