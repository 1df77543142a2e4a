package parley.desktop.state;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Whether somebody is writing. Nothing tells when they stop, so that it is forgotten some seconds
/// after they were last seen to.
final class TypingState {
    /// Twice as long as it takes a desktop to say it again.
    static final Duration BELIEVED = Duration.ofSeconds(6);

    private final Timers timers;
    private final ReadOnlyBooleanWrapper typing = new ReadOnlyBooleanWrapper(this, "typing");
    private Timers.@Nullable Running forgetting;

    TypingState(Timers timers) {
        this.timers = timers;
    }

    ReadOnlyBooleanProperty property() {
        return typing.getReadOnlyProperty();
    }

    void now() {
        stopForgetting();
        typing.set(true);
        forgetting = timers.after(BELIEVED, this::over);
    }

    void over() {
        stopForgetting();
        typing.set(false);
    }

    private void stopForgetting() {
        if (forgetting != null) {
            forgetting.cancel();
            forgetting = null;
        }
    }
}
