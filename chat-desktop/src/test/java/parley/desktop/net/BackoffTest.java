package parley.desktop.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class BackoffTest {
    private final Backoff lucky = new Backoff(() -> 0);
    private final Backoff unlucky = new Backoff(() -> 1);

    @Test
    void itNeverWaitsLessThanHalfASecond() {
        assertThat(lucky.after(1, Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
        assertThat(lucky.after(1_000, Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void theMostDoublesWithEachFailureUpToHalfAMinute() {
        assertThat(unlucky.after(1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(unlucky.after(2, Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        assertThat(unlucky.after(5, Duration.ZERO)).isEqualTo(Duration.ofSeconds(16));
        assertThat(unlucky.after(6, Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
        assertThat(unlucky.after(Integer.MAX_VALUE, Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void itIsNeverSoonerThanTheServerAsked() {
        assertThat(lucky.after(1, Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        assertThat(unlucky.after(1, Duration.ofSeconds(7))).isEqualTo(Duration.ofMillis(7_500));
    }
}
