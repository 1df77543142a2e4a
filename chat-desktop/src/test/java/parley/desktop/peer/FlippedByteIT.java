package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One byte of a private chat's line is another one, again and again.
@Timeout(300)
class FlippedByteIT extends TwoBehindCables {
    private static final int SEEDS = 20;

    /// Bytes among which the flip falls: those of the first words that are said.
    private static final int AMONG = 400;

    FlippedByteIT() throws IOException {}

    @BeforeEach
    void theServerIsNeededNoMore() {
        server.die();
    }

    @Test
    void theLineBreaksAndWhatWasUnconfirmedGoesAgainAndIsShownOnce() {
        List<String> fromYoda = new ArrayList<>();
        List<String> fromLuke = new ArrayList<>();

        for (int seed = 0; seed < SEEDS; seed++) {
            flipSomewhere(seed);
            for (String word : words(seed)) {
                yoda.says(word, luke);
                luke.says(word, yoda);
                fromYoda.add(word);
                fromLuke.add(word);
            }
            luke.hearsFrom(yoda, fromYoda.getLast());
            yoda.hearsFrom(luke, fromLuke.getLast());
        }

        assertThat(luke.textsFrom(yoda)).isEqualTo(fromYoda);
        assertThat(yoda.textsFrom(luke)).isEqualTo(fromLuke);
        assertThat(breaks(yoda) + breaks(luke)).isGreaterThanOrEqualTo(SEEDS);
        yoda.talksWith(luke, "in the end");
    }

    private void flipSomewhere(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int after = random.nextInt(AMONG);
        int bits = random.nextInt(1, 256);
        toYoda.flip(after, bits);
        toLuke.flip(after, bits);
    }

    /// The last is long: where the flip has made a record longer, its end comes soon.
    private static List<String> words(int seed) {
        return List.of(seed + " one", seed + " two", seed + " three " + "x".repeat(9_000));
    }

    private static long breaks(Desktop desktop) {
        return desktop.changes().stream()
                .filter(it -> it instanceof PeerChange.StateChanged(_, PeerState.Reconnecting _))
                .count();
    }
}
