package parley.desktop.net;

import java.time.Duration;
import java.util.concurrent.Executor;

/// The one thread on which a desktop thinks. It takes what has been handed to it in turns: all the
/// tasks that wait are run, what they wrote is made safe on disk, and only then leaves what they
/// have to say to the server or to the screen. So nobody hears of what a power cut could still
/// undo, and nothing behind this thread needs a lock.
public interface Loop extends Executor {
    /// Runs a task in one of the next turns, in the order of the calls. Any thread.
    @Override
    void execute(Runnable task);

    /// Runs an effect when what this turn has written is safe, in the order of the calls; never,
    /// where it could not be made safe. Only from within a task.
    void leave(Runnable effect);

    /// Runs a task after this time. Any thread.
    void after(Duration time, Runnable task);

    /// A monotonic clock: the one that `after` goes by.
    long nanoTime();
}
