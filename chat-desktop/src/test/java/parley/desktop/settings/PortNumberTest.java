package parley.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "0"})
    void nothingMeansAny(String written) {
        assertThat(PortNumber.parse(written)).contains(0);
    }

    @Test
    void whatADesktopMayListenOnIsTaken() {
        assertThat(PortNumber.parse("1024")).contains(1024);
        assertThat(PortNumber.parse(" 65535 ")).contains(65_535);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "1023", "65536", "99999", "-1", "4711a", "123456", "٤٧١١"})
    void whatIsNoSuchPortIsNot(String written) {
        assertThat(PortNumber.parse(written)).isEmpty();
    }
}
