package parley.desktop.state;

import javafx.animation.PauseTransition;

import java.time.Duration;

/// Timers that run on JavaFX's own pulse.
public final class FxTimers implements Timers {
    @Override
    public Running after(Duration wait, Runnable deed) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(wait.toMillis()));
        pause.setOnFinished(_ -> deed.run());
        pause.play();
        return pause::stop;
    }
}
