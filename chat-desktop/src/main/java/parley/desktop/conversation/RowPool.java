package parley.desktop.conversation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The cells of the rows on screen. One that leaves the screen serves another row; one that stays
/// keeps its row.
final class RowPool {
    private final Supplier<RowCell> maker;
    private final Deque<RowCell> spare = new ArrayDeque<>();
    private Map<String, RowCell> before = new LinkedHashMap<>();
    private Map<String, RowCell> used = new LinkedHashMap<>();

    RowPool(Supplier<RowCell> maker) {
        this.maker = maker;
    }

    /// Begins to choose anew which rows are on screen.
    void begin() {
        before.putAll(used);
        used = new LinkedHashMap<>();
    }

    /// The cell of a row: its own where it has one.
    RowCell take(String key) {
        RowCell known = before.remove(key);
        RowCell cell = known != null ? known : used.get(key);
        if (cell == null) {
            cell = spare.isEmpty() ? maker.get() : spare.pop();
            cell.setVisible(true);
        }
        used.put(key, cell);
        return cell;
    }

    /// Frees the cells of all rows that were not taken since [#begin].
    void finish() {
        for (RowCell left : before.values()) {
            left.clear();
            spare.push(left);
        }
        before = new LinkedHashMap<>();
    }

    /// The cell that shows this row now.
    Optional<RowCell> showing(@Nullable String key) {
        return Optional.ofNullable(key).map(used::get);
    }

    /// The cells on screen, in no order.
    Collection<RowCell> cells() {
        return used.values();
    }
}
