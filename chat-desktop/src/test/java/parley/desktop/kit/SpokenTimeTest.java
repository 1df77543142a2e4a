package parley.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

class SpokenTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
    private final SpokenTime times =
            new SpokenTime(Clock.fixed(Instant.parse("2026-05-04T16:53:00Z"), ZONE), ZONE);

    @Test
    void todayIsAClockTime() {
        assertThat(times.brief(Instant.parse("2026-05-04T16:53:00Z"))).isEqualTo("18:53");
        assertThat(times.day(Instant.parse("2026-05-03T22:00:00Z"))).isEqualTo("Today");
    }

    @Test
    void theDayBeforeIsYesterdayByTheReadersMidnight() {
        assertThat(times.brief(Instant.parse("2026-05-03T21:59:59Z"))).isEqualTo("yesterday");
        assertThat(times.day(Instant.parse("2026-05-02T22:00:00Z"))).isEqualTo("Yesterday");
    }

    @Test
    void earlierThisYearIsADayAndAMonth() {
        assertThat(times.brief(Instant.parse("2026-05-02T12:00:00Z"))).isEqualTo("2 May");
        assertThat(times.day(Instant.parse("2026-05-02T12:00:00Z"))).isEqualTo("Saturday, 2 May");
    }

    @Test
    void anotherYearIsNamed() {
        assertThat(times.brief(Instant.parse("2024-05-03T12:00:00Z"))).isEqualTo("3 May 2024");
        assertThat(times.exact(Instant.parse("2024-05-03T12:00:00Z")))
                .isEqualTo("3 May 2024, 14:00");
    }

    @Test
    void todayEndsAtTheReadersMidnight() {
        assertThat(times.midnight()).isEqualTo(Instant.parse("2026-05-04T22:00:00Z"));
    }
}
