package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A disk whose threads do a step each time the test says so.
class DiskTest {
    private final TestStrand strand = new TestStrand();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Disk disk = new Disk(threads::add, strand);
    private final List<String> done = new ArrayList<>();

    private void ask(Disk.Lane lane, String work) {
        lane.ask(
                () -> {
                    done.add(work);
                    return work;
                },
                result -> {},
                failed -> {});
    }

    private void step() {
        threads.remove().run();
    }

    @Test
    void noMoreIsDoneAtOnceThanThereAreThreads() {
        for (int i = 0; i < 2 * PeerLimits.DISK_THREADS; i++) {
            ask(disk.lane(), "work " + i);
        }

        assertThat(threads).hasSize(PeerLimits.DISK_THREADS);
        while (!threads.isEmpty()) {
            step();
            assertThat(threads).hasSizeLessThanOrEqualTo(PeerLimits.DISK_THREADS);
        }
        assertThat(done).hasSize(2 * PeerLimits.DISK_THREADS);
    }

    @Test
    void whatIsAskedOfOneLaneIsDoneInItsOrder() {
        Disk.Lane lane = disk.lane();
        ask(lane, "first");
        ask(lane, "second");

        assertThat(threads).hasSize(1);
        step();
        ask(lane, "third");
        step();
        step();

        assertThat(done).containsExactly("first", "second", "third");
        assertThat(threads).isEmpty();
    }

    @Test
    void aLaneWithMuchToDoLetsOthersHaveTheirTurn() {
        List<Disk.Lane> lanes = new ArrayList<>();
        for (int i = 0; i < PeerLimits.DISK_THREADS; i++) {
            lanes.add(disk.lane());
            ask(lanes.get(i), "busy");
            ask(lanes.get(i), "busy");
        }
        ask(disk.lane(), "waits");

        for (int i = 0; i <= PeerLimits.DISK_THREADS; i++) {
            step();
        }

        assertThat(done).contains("waits");
    }

    @Test
    void aStepThatThrowsHoldsUpNobody() {
        Disk.Lane lane = disk.lane();
        lane.ask(
                () -> {
                    throw new IllegalStateException("a mistake");
                },
                result -> {},
                failed -> {});
        ask(lane, "behind it");

        assertThat(catchThrowable(this::step)).hasMessage("a mistake");
        step();

        assertThat(done).containsExactly("behind it");
    }
}
