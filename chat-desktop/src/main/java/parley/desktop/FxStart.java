package parley.desktop;

import javafx.application.Platform;

import java.util.concurrent.CompletableFuture;

/// Brings JavaFX up.
final class FxStart {
    private FxStart() {}

    /// Returns when JavaFX's thread runs. It runs on when the last window closes.
    ///
    /// @throws CannotStart where there is no display
    static void up() throws CannotStart {
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (UnsupportedOperationException noDisplay) {
            throw new CannotStart(
                    "Parley’s desktop needs a display, and there is none here. The server needs"
                            + " none: ./parley server",
                    noDisplay);
        }
        Platform.setImplicitExit(false);
        started.join();
    }
}
