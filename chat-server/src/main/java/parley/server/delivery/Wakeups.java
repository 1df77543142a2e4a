package parley.server.delivery;

import java.util.LinkedHashSet;
import java.util.Set;

/// Whom something was put for while a batch was offered; they are woken once, after the batch.
/// Serves one thread.
public final class Wakeups {
    private final Set<Hearer> put = new LinkedHashSet<>();

    /// Something was put for this one.
    public void add(Hearer hearer) {
        put.add(hearer);
    }

    /// Wakes each, in the order in which something was put for them.
    public void wakeAll() {
        put.forEach(Hearer::wake);
        put.clear();
    }
}
