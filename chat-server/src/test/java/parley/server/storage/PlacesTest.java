package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places();

    private void add(long from, long to) {
        for (long seq = from; seq <= to; seq++) {
            places.add(seq, 1_000 + seq);
        }
    }

    @Test
    void aPlaceIsAtOrShortlyBehindTheMessage() {
        add(1, 100);

        assertThat(places.at(Places.number(1))).hasValue(1_032);
        assertThat(places.at(Places.number(32))).hasValue(1_032);
        assertThat(places.at(Places.number(33))).hasValue(1_064);
        assertThat(places.at(Places.number(96))).hasValue(1_096);
    }

    @Test
    void behindTheLastMarkedMessageThereIsNone() {
        add(32, 32);

        assertThat(places.at(Places.number(33))).hasValue(0);
        assertThat(new Places().at(Places.number(1))).hasValue(0);
    }

    @Test
    void whatIsInTheTableIsLeftToTheTable() {
        add(1, 100);

        places.saved(Places.marked(70));
        add(101, 128);

        assertThat(places.at(0)).isEmpty();
        assertThat(places.at(1)).isEmpty();
        assertThat(places.at(2)).hasValue(1_096);
        assertThat(places.at(3)).hasValue(1_128);
        assertThat(places.at(4)).hasValue(0);
    }

    @Test
    void placesOfAFormerRunAreInTheTable() {
        places.saved(3);
        add(97, 128);

        assertThat(places.at(2)).isEmpty();
        assertThat(places.at(3)).hasValue(1_128);
    }
}
