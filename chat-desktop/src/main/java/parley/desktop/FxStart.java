package parley.desktop;

import javafx.application.Platform;

import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Brings JavaFX up.
final class FxStart {
    /// Held, so that its level holds: JavaFX warns at each start that it is on the class path,
    /// which is where we want it.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private FxStart() {}

    /// Returns when JavaFX's thread runs. It runs on when the last window closes.
    ///
    /// @throws CannotStart where there is no display
    static void up() throws CannotStart {
        JAVAFX.setLevel(Level.SEVERE);
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (UnsupportedOperationException noDisplay) {
            throw new CannotStart(
                    "Parley’s desktop needs a display, on Linux with GTK 3, and finds none here."
                            + " The server needs none: ./parley server",
                    noDisplay);
        }
        Platform.setImplicitExit(false);
        started.join();
    }
}
