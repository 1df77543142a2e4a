package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UnderwayTest {
    private final Underway underway = new Underway();

    private Thread inTheBackground(Wait wait) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        wait.run();
                    } catch (InterruptedException over) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private interface Wait {
        void run() throws InterruptedException;
    }

    /// Whether it waits; false where it went on and is over.
    private static boolean waits(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread.isAlive();
    }

    @Test
    void theSixtyFifthPostWaitsForAnAnswer() throws InterruptedException {
        for (int post = 1; post <= 64; post++) {
            underway.enter();
        }
        Thread next = inTheBackground(underway::enter);

        assertThat(waits(next)).isTrue();
        underway.leave();
        next.join();
    }

    @Test
    void whatDependsOnThePostsWaitsForAllAnswers() throws InterruptedException {
        underway.enter();
        underway.enter();
        Thread request = inTheBackground(underway::awaitNone);

        underway.leave();
        assertThat(waits(request)).isTrue();
        underway.leave();
        request.join();
    }
}
