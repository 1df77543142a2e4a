package parley.bench;

import java.util.ArrayList;
import java.util.List;

/// What was found to be wrong. Any thread may add to it.
final class Findings {
    private static final int AT_MOST = 50;

    private final List<String> all = new ArrayList<>();

    /// Notes a sentence; of many the first fifty.
    synchronized void add(String finding, Object... values) {
        if (all.size() < AT_MOST) {
            all.add(finding.formatted(values));
        }
    }

    synchronized List<String> all() {
        return List.copyOf(all);
    }

    synchronized boolean isEmpty() {
        return all.isEmpty();
    }
}
