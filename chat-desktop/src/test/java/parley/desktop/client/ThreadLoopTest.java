package parley.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

class ThreadLoopTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final ThreadLoop loop = new ThreadLoop("test-loop");

    private final class Recording implements Turns {
        @Override
        public void commit() {
            seen.add("commit");
        }

        @Override
        public void undo(RuntimeException failure) {
            seen.add("undo " + failure.getMessage());
            loop.leave(() -> seen.add("told"));
        }
    }

    @BeforeEach
    void start() {
        loop.start(new Recording());
    }

    @AfterEach
    void end() {
        loop.close();
    }

    private void settle() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> loop.leave(() -> done.complete(null)));
        assertThat(done).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void nothingLeavesBeforeTheTurnIsSafe() {
        loop.execute(() -> {
            loop.leave(() -> seen.add("left"));
            seen.add("wrote");
        });
        settle();

        assertThat(seen).startsWith("wrote", "commit", "left");
    }

    @Test
    void aTurnThatFailsSaysNothingButThatItFailed() {
        loop.execute(() -> {
            loop.leave(() -> seen.add("left"));
            throw new IllegalStateException("disk full");
        });
        settle();

        assertThat(seen).containsSubsequence("undo disk full", "told").doesNotContain("left");
    }

    @Test
    void whatStoodInTheSameTurnIsDoneAgainWithoutTheOneToBlame() throws Exception {
        CompletableFuture<Void> busy = new CompletableFuture<>();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        loop.execute(() -> {
            busy.complete(null);
            gate.join();
        });
        busy.get(10, TimeUnit.SECONDS);
        loop.execute(() -> loop.leave(() -> seen.add("before")));
        loop.execute(() -> {
            throw new IllegalStateException("to blame");
        });
        loop.execute(() -> loop.leave(() -> seen.add("behind")));
        gate.complete(null);
        settle();

        assertThat(seen).containsSubsequence("undo to blame", "before", "behind");
        assertThat(seen).containsOnlyOnce("before", "behind");
    }

    @Test
    void whoseTurnCouldNotBeKeptHearsOfItAfterItIsUndone() {
        loop.attempt(
                () -> {
                    throw new IllegalStateException("disk full");
                },
                () -> seen.add("given back"));
        settle();

        assertThat(seen).containsSubsequence("undo disk full", "told", "given back");
    }

    @Test
    void whatWasKeptInTheEndIsNotGivenBack() throws Exception {
        CompletableFuture<Void> busy = new CompletableFuture<>();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        loop.execute(() -> {
            busy.complete(null);
            gate.join();
        });
        busy.get(10, TimeUnit.SECONDS);
        loop.attempt(() -> loop.leave(() -> seen.add("kept")), () -> seen.add("given back"));
        loop.execute(() -> {
            throw new IllegalStateException("to blame");
        });
        gate.complete(null);
        settle();

        assertThat(seen).contains("undo to blame", "kept").doesNotContain("given back");
    }

    @Test
    void aListenerThatFailsHarmsNobodyElse() {
        loop.execute(() -> {
            loop.leave(() -> {
                throw new IllegalStateException("listener");
            });
            loop.leave(() -> seen.add("next"));
        });
        settle();

        assertThat(seen).contains("next");
    }

    @Test
    void timersRunInTheirOrder() throws Exception {
        CompletableFuture<Void> last = new CompletableFuture<>();
        loop.after(Duration.ofMillis(20), () -> last.complete(null));
        loop.after(Duration.ofMillis(10), () -> seen.add("second"));
        loop.after(Duration.ZERO, () -> seen.add("first"));
        last.get(10, TimeUnit.SECONDS);

        assertThat(seen).containsSubsequence("first", "second");
    }

    @Test
    void closingRunsWhatWaits() {
        loop.execute(() -> seen.add("last words"));
        loop.close();

        assertThat(seen).contains("last words");
    }
}
