package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places();

    @Test
    void aPlaceIsAtOrShortlyBehindTheMessage() {
        for (long seq = 1; seq <= 100; seq++) {
            places.add(seq, 1_000 + seq);
        }

        assertThat(places.atOrBehind(1)).isEqualTo(1_032);
        assertThat(places.atOrBehind(32)).isEqualTo(1_032);
        assertThat(places.atOrBehind(33)).isEqualTo(1_064);
        assertThat(places.atOrBehind(96)).isEqualTo(1_096);
    }

    @Test
    void behindTheLastMarkedMessageThereIsNone() {
        places.add(32, 500);

        assertThat(places.atOrBehind(33)).isZero();
        assertThat(new Places().atOrBehind(1)).isZero();
    }
}
