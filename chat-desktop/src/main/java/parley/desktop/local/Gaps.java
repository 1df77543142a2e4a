package parley.desktop.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The numbers of one chat in one store that a desktop has, as ranges, and so the gaps between
/// them. A range says that everything in it that its reader may see is here; that some numbers in
/// it were never for this reader's eyes, as happens in `*`, makes no gap.
///
/// Serves one thread.
public final class Gaps {
    private final TreeMap<Long, Long> had = new TreeMap<>();

    /// Numbers, both ends included.
    public record Range(long first, long last) {
        public Range {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("no range: " + first + " to " + last);
            }
        }
    }

    /// What a desktop has that has these ranges, which may overlap.
    public Gaps(Collection<Range> ranges) {
        ranges.forEach(this::add);
    }

    /// Adds a range.
    ///
    /// @return the range that it is now part of, which has swallowed all that it touches
    public Range add(Range added) {
        long first = added.first;
        long last = added.last;
        Map.Entry<Long, Long> before = had.floorEntry(first);
        if (before != null && before.getValue() >= first - 1) {
            first = before.getKey();
        }
        Map.Entry<Long, Long> within = had.floorEntry(last + 1);
        if (within != null) {
            last = Math.max(last, within.getValue());
        }
        had.subMap(first, true, last, true).clear();
        had.put(first, last);
        return new Range(first, last);
    }

    /// What is lacking between these numbers, both included; ascending.
    public List<Range> missing(long from, long to) {
        List<Range> missing = new ArrayList<>();
        long next = from;
        Map.Entry<Long, Long> before = had.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            next = before.getValue() + 1;
        }
        for (Map.Entry<Long, Long> range : had.tailMap(next, false).entrySet()) {
            if (range.getKey() > to) {
                break;
            }
            missing.add(new Range(next, range.getKey() - 1));
            next = range.getValue() + 1;
        }
        if (next <= to) {
            missing.add(new Range(next, to));
        }
        return missing;
    }

    /// The lowest number down to which everything from this one on is here; the number above it
    /// where that one itself is lacking.
    public long downFrom(long seq) {
        Map.Entry<Long, Long> range = had.floorEntry(seq);
        return range != null && range.getValue() >= seq ? range.getKey() : seq + 1;
    }

    /// The lowest number that is here; 0 where nothing is.
    public long lowest() {
        return had.isEmpty() ? 0 : had.firstKey();
    }

    /// All ranges, ascending.
    public List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        had.forEach((first, last) -> ranges.add(new Range(first, last)));
        return ranges;
    }
}
