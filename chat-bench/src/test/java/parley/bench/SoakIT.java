package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The short form of `./parley bench soak`: too short to tell whether anything grows.
@Timeout(180)
class SoakIT {
    @TempDir private Path folder;

    @Test
    void everythingArrivesOnceAndInOrderAndIsMeasuredAfterEachPart() throws Exception {
        Day day = new Day(Duration.ofSeconds(4), 2, 2_000, 60, 2, 6);
        List<String> table = new ArrayList<>();

        try (Soak soak =
                new Soak(day, new Soak.Programs(Built.server(), Built.desktop()), folder)) {
            Growth growth = soak.run(table::add);

            assertThat(table).hasSize(3);
            assertThat(growth.rows())
                    .extracting(Growth.Row::messages)
                    .containsExactly((long) day.messagesOfPart(), 2L * day.messagesOfPart());
            assertThat(growth.rows())
                    .allSatisfy(row -> {
                        assertThat(row.server().heap()).isPositive();
                        assertThat(row.desktop().heap()).isPositive();
                    });
        }
    }
}
