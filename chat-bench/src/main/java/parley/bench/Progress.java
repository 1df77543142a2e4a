package parley.bench;

import java.time.Duration;

/// Counts the answers that all users hear, so that a moment can be chosen by them, and those that a
/// kill keeps from them. Any thread may use it.
final class Progress {
    private long answers;
    private long refusals;
    private boolean counting;
    private int lost;

    synchronized void answered() {
        answers++;
        notifyAll();
    }

    synchronized long answers() {
        return answers;
    }

    /// A post's outcome is unknown, says the server.
    synchronized void refused() {
        refusals++;
    }

    /// How often it said so.
    synchronized long refusals() {
        return refusals;
    }

    /// A connection has ended with so many requests unanswered.
    synchronized void ended(int unanswered) {
        if (counting) {
            lost += unanswered;
        }
    }

    /// Counts from now on what connections leave unanswered when they end.
    synchronized void countLost() {
        counting = true;
        lost = 0;
    }

    /// What was left unanswered since.
    synchronized int takeLost() {
        counting = false;
        return lost;
    }

    /// Waits until so many more have come.
    ///
    /// @return whether they came in time
    synchronized boolean awaitMore(long more, Duration patience) throws InterruptedException {
        long goal = answers + more;
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); answers < goal && left > 0; ) {
            wait(left);
            left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        }
        return answers >= goal;
    }
}
