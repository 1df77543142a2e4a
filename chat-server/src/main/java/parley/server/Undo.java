package parley.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has been started, to be stopped in reverse where the start fails further on. Serves one
/// thread.
final class Undo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /// All has started: nothing is to be stopped.
    void forget() {
        started.clear();
    }

    @Override
    public void close() {
        for (AutoCloseable part : started) {
            try {
                part.close();
            } catch (Exception failed) { // AutoCloseable leaves no narrower choice
                LOG.warn("a part did not stop cleanly", failed);
            }
        }
    }
}
