package parley.server.delivery;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// Whom something was put for while a batch was offered; they are woken once, after the batch.
/// Serves one thread.
public final class Wakeups {
    private final Set<Hearer> put = Collections.newSetFromMap(new IdentityHashMap<>());

    /// Something was put for this one.
    public void add(Hearer hearer) {
        put.add(hearer);
    }

    /// Wakes each.
    public void wakeAll() {
        put.forEach(Hearer::wake);
        put.clear();
    }
}
