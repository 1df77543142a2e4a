package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class DayTest {
    private final Day day = new Day(Duration.ofMinutes(30), 10, 1_000_000, 5_000, 200, 100);

    @Test
    void hasAtLeastAsMuchAsWasAskedForAndHardlyMore() {
        assertThat(10 * day.messagesOfPart()).isBetween(1_000_000, 1_010_000);
        assertThat(day.allSignIns()).isBetween(5_000, 5_010);
    }

    @Test
    void givesTheDesktopATenth() {
        assertThat(2 * 10 * day.friends() * day.eachOfFriends()).isEqualTo(100_000);
    }
}
