package parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// What was measured after each part of a soak, and how it compares with what it was after the
/// first. Serves one thread.
final class Growth {
    static final String HEADING =
            "%12s %14s %14s %14s %14s"
                    .formatted(
                            "messages", "server's heap", "resident", "desktop's heap", "resident");

    private final List<Row> rows = new ArrayList<>();

    /// After so many messages.
    record Row(long messages, Footprint server, Footprint desktop) {
        @Override
        public String toString() {
            return "%,12d %,10d KiB %,10d KiB %,10d KiB %,10d KiB"
                    .formatted(
                            messages,
                            server.heap(),
                            server.resident(),
                            desktop.heap(),
                            desktop.resident());
        }
    }

    void add(Row row) {
        rows.add(row);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /// By how much the largest later figure is above the first of its kind, in hundredths of it; in
    /// the order of the table.
    List<Double> percents() {
        return List.of(
                percent(row -> row.server().heap()),
                percent(row -> row.server().resident()),
                percent(row -> row.desktop().heap()),
                percent(row -> row.desktop().resident()));
    }

    private double percent(ToLongFunction<Row> figure) {
        long first = figure.applyAsLong(rows.getFirst());
        long largest = rows.stream().skip(1).mapToLong(figure).max().orElse(first);
        return first == 0 ? 0 : 100.0 * (largest - first) / first;
    }

    /// The last line of the table.
    @Override
    public String toString() {
        List<Double> all = percents();
        return "%12s %+12.1f %% %+12.1f %% %+12.1f %% %+12.1f %%"
                .formatted("at most", all.get(0), all.get(1), all.get(2), all.get(3));
    }
}
