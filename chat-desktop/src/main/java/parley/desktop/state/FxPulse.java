package parley.desktop.state;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The real JavaFX thread.
final class FxPulse implements Pulse {
    @Override
    public void soon(Runnable deed) {
        Platform.runLater(deed);
    }

    @Override
    public void nextFrame(Runnable deed) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                deed.run();
            }
        }.start();
    }
}
