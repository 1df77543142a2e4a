package parley.desktop.mission;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what is to be seen, as long as a patient person would.
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Patience() {}

    /// What is seen at last.
    static <T> T until(Supplier<Optional<T>> seen, String complaint) {
        Instant late = Instant.now().plus(LONGEST);
        Optional<T> found = seen.get();
        while (found.isEmpty()) {
            if (Instant.now().isAfter(late)) {
                throw new AssertionError(complaint);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            found = seen.get();
        }
        return found.get();
    }

    /// Waits until it is so.
    static void until(BooleanSupplier condition, Supplier<String> complaint) {
        Instant late = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(late)) {
                throw new AssertionError(complaint.get());
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
