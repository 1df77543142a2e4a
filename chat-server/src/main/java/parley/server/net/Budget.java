package parley.server.net;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/// How many bytes may wait for all readers together. Where more do, those go for whom the most
/// waits: many slow readers at once must not take the memory that the others need.
///
/// @param most bytes
record Budget(long most) {
    /// A part of the memory that Java may use.
    private static final int PART = 4;

    static Budget ofThisProcess() {
        return new Budget(Runtime.getRuntime().maxMemory() / PART);
    }

    /// Those who have to go so that the rest is within the budget: the fattest, fewest.
    <T> List<T> tooMany(Collection<T> readers, ToLongFunction<T> waiting) {
        long[] sum = {readers.stream().mapToLong(waiting).sum()};
        if (sum[0] <= most) {
            return List.of();
        }
        record Queue<T>(T reader, long bytes) {}
        return readers.stream()
                .map(reader -> new Queue<>(reader, waiting.applyAsLong(reader)))
                .sorted(Comparator.<Queue<T>>comparingLong(Queue::bytes).reversed())
                .takeWhile(queue -> {
                    boolean over = sum[0] > most;
                    sum[0] -= queue.bytes();
                    return over;
                })
                .map(Queue::reader)
                .toList();
    }
}
