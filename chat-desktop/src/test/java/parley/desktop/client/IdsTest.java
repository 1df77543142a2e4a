package parley.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:04:05.123Z");

    private final Ids ids = new Ids(InstantSource.fixed(NOW), new Random(1));

    @Test
    void anIdIsAUuidOfVersionSevenThatBeginsWithTheTime() {
        UUID id = UUID.fromString(ids.fresh());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void noTwoAreAlike() {
        assertThat(ids.fresh()).isNotEqualTo(ids.fresh());
    }
}
