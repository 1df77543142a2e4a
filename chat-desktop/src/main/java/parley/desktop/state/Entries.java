package parley.desktop.state;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import parley.desktop.local.Entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The loaded entries of a chat, in their order, each key once.
final class Entries {
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> shown = FXCollections.unmodifiableObservableList(entries);
    private final Map<Long, Entry> byKey = new HashMap<>();

    ObservableList<Entry> shown() {
        return shown;
    }

    /// Takes in a page, ascending: what is new finds its place, what is known changes its state. A
    /// page that lies wholly before or behind the rest comes in with one change.
    void merge(List<Entry> page) {
        List<Entry> fresh = new ArrayList<>();
        for (Entry entry : page) {
            Entry known = byKey.put(entry.key(), entry);
            if (known == null) {
                fresh.add(entry);
            } else if (!known.equals(entry)) {
                replace(known, entry);
            }
        }
        insert(fresh);
    }

    void clear() {
        byKey.clear();
        entries.clear();
    }

    void remove(long key) {
        Entry known = byKey.remove(key);
        if (known != null) {
            entries.remove(indexOf(known));
        }
    }

    /// Stays in its row where the order allows it.
    private void replace(Entry known, Entry now) {
        int at = indexOf(known);
        boolean fits =
                (at == 0 || entries.get(at - 1).compareTo(now) < 0)
                        && (at == entries.size() - 1 || now.compareTo(entries.get(at + 1)) < 0);
        if (fits) {
            entries.set(at, now);
        } else {
            entries.remove(at);
            entries.add(place(now), now);
        }
    }

    private void insert(List<Entry> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        int first = place(fresh.getFirst());
        if (first == place(fresh.getLast())) {
            entries.addAll(first, fresh);
        } else {
            fresh.forEach(entry -> entries.add(place(entry), entry));
        }
    }

    private int place(Entry entry) {
        int found = Collections.binarySearch(entries, entry);
        return found < 0 ? -found - 1 : found;
    }

    private int indexOf(Entry known) {
        int found = Collections.binarySearch(entries, known);
        return found >= 0 && entries.get(found).key() == known.key()
                ? found
                : entries.indexOf(known);
    }
}
