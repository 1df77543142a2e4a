package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Two desktops talk while the network does its worst; each seed is another evening.
class BrokenLinesTest {
    private static final int STEPS = 500;

    private final World world = new World();
    private final Player yoda = world.player("yoda");
    private final Player luke = world.player("luke");
    private final List<String> saidByYoda = new ArrayList<>();
    private final List<String> saidByLuke = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverBreaksEachWordArrivesOnceAndInOrder(long seed) {
        Random chance = new Random(seed);
        world.join(yoda, luke);

        for (int step = 0; step < STEPS; step++) {
            happen(chance, step);
        }
        world.net.openAgain(yoda.address);
        world.net.openAgain(luke.address);
        world.passSeconds(60);

        assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
        assertThat(luke.state(yoda)).get().isInstanceOf(PeerState.Direct.class);
        assertThat(luke.heard(yoda)).isEqualTo(saidByYoda);
        assertThat(yoda.heard(luke)).isEqualTo(saidByLuke);
        assertThat(world.net.open()).isOne();
    }

    private void happen(Random chance, int step) {
        switch (chance.nextInt(12)) {
            case 0 -> {
                switch (chance.nextInt(20)) {
                    case 0, 1, 2, 3, 4 -> world.net.cut();
                    case 5 -> world.net.silence();
                    default -> {}
                }
            }
            case 1 -> world.passSeconds(1);
            case 2 -> world.net.shut(chance.nextBoolean() ? yoda.address : luke.address);
            case 3, 4 -> {
                world.net.openAgain(yoda.address);
                world.net.openAgain(luke.address);
            }
            case 5 -> world.net.delay(Duration.ofMillis(1 + chance.nextInt(800)));
            case 6, 7 -> say(yoda, luke, saidByYoda, "y" + step);
            case 8, 9 -> say(luke, yoda, saidByLuke, "l" + step);
            default -> world.strand.pass(Duration.ofMillis(chance.nextInt(1_500)));
        }
    }

    private static void say(Player speaker, Player listener, List<String> said, String text) {
        speaker.says(text, listener);
        said.add(text);
    }
}
