package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.server.ManualClock;
import parley.server.time.SteadyClock;

import java.time.Duration;
import java.time.Instant;

class IdHorizonTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final ManualClock wall = new ManualClock();
    private final Instant start = wall.instant();
    private final IdHorizon horizon = new IdHorizon(wall, new SteadyClock(start, wall.nanos()));

    private Instant since() {
        return Instant.ofEpochMilli(horizon.millis());
    }

    @Test
    void idsAreRememberedForSevenDays() {
        wall.passes(Duration.ofDays(3));

        assertThat(since()).isEqualTo(start.plus(Duration.ofDays(3)).minus(WEEK));
    }

    @Test
    void aClockThatJumpsAheadMakesNoneForgotten() {
        wall.jumpsTo(start.plus(Duration.ofDays(365)));

        assertThat(since()).isEqualTo(start.minus(WEEK));
    }

    @Test
    void aClockThatIsPutBackRemembersMore() {
        wall.jumpsTo(start.minus(Duration.ofDays(1)));

        assertThat(since()).isEqualTo(start.minus(Duration.ofDays(8)));
    }
}
