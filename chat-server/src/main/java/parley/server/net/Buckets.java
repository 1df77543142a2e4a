package parley.server.net;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

import parley.server.net.RateLimits.Rate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// One bucket of permits for each of many; those that are full again are forgotten. Any thread may
/// use it.
final class Buckets<K> {
    private static final int MANY = 20_000;

    private final Rate rate;
    private final TimeMeter time;
    private final Map<K, Bucket> buckets = new ConcurrentHashMap<>();

    Buckets(Rate rate, TimeMeter time) {
        this.rate = rate;
        this.time = time;
    }

    /// Takes so many permits once there are as many.
    void await(K whose, int permits) throws InterruptedException {
        if (buckets.size() >= MANY) {
            forgetTheFull();
        }
        buckets.computeIfAbsent(whose, k -> fresh()).asBlocking().consume(permits);
    }

    /// Takes a permit; how long until the next one where there is none.
    Optional<Duration> take(K whose) {
        if (buckets.size() >= MANY) {
            forgetTheFull();
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(whose, k -> fresh()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket fresh() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit ->
                        limit.capacity(rate.atOnce())
                                .refillGreedy(rate.aSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /// Where most are in use all the same, memory is worth more than their memory of who asked.
    private void forgetTheFull() {
        buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= rate.atOnce());
        if (buckets.size() > MANY / 2) {
            buckets.clear();
        }
    }
}
