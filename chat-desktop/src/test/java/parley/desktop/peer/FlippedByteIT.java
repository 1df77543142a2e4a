package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.identity.Identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One byte of a private chat's line is another one, again and again.
@Timeout(300)
class FlippedByteIT {
    private static final int SEEDS = 20;

    /// Bytes among which the flip falls: those of the first words that are said.
    private static final int AMONG = 400;

    @TempDir private Path folder;
    private final Introductions server = new Introductions();
    private Wire toYoda;
    private Wire toLuke;
    private Desktop yoda;
    private Desktop luke;

    @BeforeEach
    void twoDesktopsBehindCables() throws IOException {
        toYoda = new Wire();
        toLuke = new Wire();
        yoda = behind("yoda", toYoda);
        luke = behind("luke", toLuke);
        yoda.meets(luke);
        server.die();
    }

    private Desktop behind(String name, Wire wire) throws IOException {
        return new Desktop(
                name,
                server,
                Identity.ofDesktop(Files.createDirectories(folder.resolve(name))),
                new MemoryPeers(),
                Consent.ASK_FIRST_TIME,
                Desktop.behind(wire));
    }

    @AfterEach
    void quit() throws IOException {
        yoda.close();
        luke.close();
        toYoda.close();
        toLuke.close();
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
