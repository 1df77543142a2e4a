package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class FrameBudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FrameBudget budget = new FrameBudget(0);

    private int framesTaken(int length, long now) {
        int taken = 0;
        while (budget.takes(length, now)) {
            taken++;
        }
        return taken;
    }

    @Test
    void aFullQueueFitsInAtOnceAndAFloodDoesNot() {
        assertThat(framesTaken(40, 0)).isEqualTo(PeerLimits.BURST_FRAMES);
    }

    @Test
    void longFramesAreCountedByTheirBytes() {
        assertThat(framesTaken(65_536, 0)).isEqualTo(PeerLimits.BURST_BYTES / 65_536);
    }

    @Test
    void timeBringsItBack() {
        framesTaken(40, 0);

        assertThat(framesTaken(40, SECOND)).isBetween(498, PeerLimits.FRAMES_A_SECOND);
    }
}
