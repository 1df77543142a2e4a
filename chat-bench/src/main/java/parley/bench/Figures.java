package parley.bench;

import org.HdrHistogram.Histogram;

import java.util.Comparator;
import java.util.List;

/// What one round of load came to.
///
/// @param messages how many arrived, each once and in order
/// @param nanos from the first send to the last arrival
/// @param cpuMillis processor time that the server used meanwhile; 0 where unknown
/// @param answers nanoseconds from each send to its `sent`
/// @param arrivals nanoseconds from each send to its arrival
record Figures(long messages, long nanos, long cpuMillis, Histogram answers, Histogram arrivals) {
    double perSecond() {
        return messages * 1e9 / nanos;
    }

    static Figures best(List<Figures> rounds) {
        return rounds.stream().max(Comparator.comparingDouble(Figures::perSecond)).orElseThrow();
    }

    @Override
    public String toString() {
        String speed =
                "%,d messages, each once and in order, in %.2f s: %,.0f a second"
                        .formatted(messages, nanos / 1e9, perSecond());
        String cost =
                cpuMillis == 0
                        ? ""
                        : "; %.1f CPU s a million".formatted(cpuMillis * 1000.0 / messages);
        return speed + "; sent " + times(answers) + "; arrived " + times(arrivals) + cost;
    }

    private static String times(Histogram histogram) {
        return "p50 %.1f p99 %.1f ms"
                .formatted(
                        histogram.getValueAtPercentile(50) / 1e6,
                        histogram.getValueAtPercentile(99) / 1e6);
    }
}
