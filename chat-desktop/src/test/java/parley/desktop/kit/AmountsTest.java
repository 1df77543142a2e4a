package parley.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, no bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 KB",
        "9940, 9.9 KB",
        "9960, 10 KB",
        "999499, 999 KB",
        "999500, 1.0 MB",
        "34000000, 34 MB",
        "1073741824, 1.1 GB",
        "9223372036854775807, 9223 PB"
    })
    void sizesAreSaidInThreeDigits(long bytes, String said) {
        assertThat(Amounts.size(bytes)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0, a few seconds left",
        "4, a few seconds left",
        "42, 42 s left",
        "91, 2 min left",
        "3540, 59 min left",
        "3541, 1 h 0 min left",
        "7500, 2 h 5 min left"
    })
    void whatIsLeftIsRoundedUp(long seconds, String said) {
        assertThat(Amounts.left(Duration.ofSeconds(seconds))).isEqualTo(said);
    }

    @Test
    void speedsAreSizesASecond() {
        assertThat(Amounts.speed(4_200_000)).isEqualTo("4.2 MB/s");
    }
}
