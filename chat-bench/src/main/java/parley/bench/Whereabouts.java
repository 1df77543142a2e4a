package parley.bench;

import java.time.Duration;

/// Where the server listens now, if it does. Any thread may use it.
final class Whereabouts {
    private int port;

    /// It listens here; 0: it has gone.
    synchronized void at(int now) {
        port = now;
        notifyAll();
    }

    /// Waits this long at most until it listens; 0 where it did not by then.
    synchronized int await(Duration patience) throws InterruptedException {
        if (port == 0) {
            wait(Math.max(1, patience.toMillis()));
        }
        return port;
    }
}
