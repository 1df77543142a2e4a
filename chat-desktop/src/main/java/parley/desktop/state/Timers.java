package parley.desktop.state;

import java.time.Duration;

/// Does something later, on the JavaFX thread.
public interface Timers {
    /// Runs the deed once after that while, unless it is cancelled before.
    Running after(Duration wait, Runnable deed);

    /// Something that is going to happen.
    interface Running {
        /// Lets it not happen; too late, it does nothing.
        void cancel();
    }
}
