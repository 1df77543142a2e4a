package parley.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class EventApplierTest {
    private final HandPulse pulse = new HandPulse();
    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final ClientState state = new ClientState(timers, timers);
    private final EventApplier door = new EventApplier(state, pulse);
    private final List<String> done = new ArrayList<>();

    /// JavaFX's thread, moved by hand.
    private static final class HandPulse implements Pulse {
        private final Queue<Runnable> soon = new ArrayDeque<>();
        private final Queue<Runnable> nextFrame = new ArrayDeque<>();

        @Override
        public void soon(Runnable deed) {
            soon.add(deed);
        }

        @Override
        public void nextFrame(Runnable deed) {
            nextFrame.add(deed);
        }

        void run(Queue<Runnable> deeds) {
            List<Runnable> now = List.copyOf(deeds);
            deeds.clear();
            now.forEach(Runnable::run);
        }
    }

    private void comes(String what) {
        door.execute(() -> done.add(what));
    }

    @Test
    void nothingIsDoneInline() {
        comes("a");

        assertThat(done).isEmpty();
    }

    @Test
    void theFirstIsDoneAtOnceAndTheRestWithTheNextFrame() {
        comes("a");
        pulse.run(pulse.soon);
        comes("b");
        comes("c");

        assertThat(done).containsExactly("a");
        assertThat(pulse.soon).isEmpty();

        pulse.run(pulse.nextFrame);

        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void afterAFrameInWhichNothingCameTheNextIsDoneAtOnceAgain() {
        comes("a");
        pulse.run(pulse.soon);
        pulse.run(pulse.nextFrame);
        comes("b");

        pulse.run(pulse.soon);

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void aFloodLeavesTimeToDraw() {
        for (int i = 0; i < 5_000; i++) {
            comes("drop");
        }

        pulse.run(pulse.soon);

        assertThat(done.size()).isLessThan(5_000);

        pulse.run(pulse.nextFrame);
        pulse.run(pulse.nextFrame);

        assertThat(done).hasSize(5_000);
    }

    @Test
    void whatComesBehindAFailureIsDoneWithTheNextFrame() {
        door.execute(() -> {
            throw new IllegalStateException("our own fault");
        });
        comes("b");

        assertThatIllegalStateException().isThrownBy(() -> pulse.run(pulse.soon));
        pulse.run(pulse.nextFrame);

        assertThat(done).containsExactly("b");
    }
}
