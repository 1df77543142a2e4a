package parley.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has been started, to be stopped in reverse: where the start fails further on, or at the
/// end. Serves one thread at a time.
final class Started implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Started.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /// All has started: it is another's to stop from now on.
    Started handOver() {
        Started all = new Started();
        all.started.addAll(started);
        started.clear();
        return all;
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
