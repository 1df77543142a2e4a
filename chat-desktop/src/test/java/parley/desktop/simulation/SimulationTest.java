package parley.desktop.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// As it comes it plays 500 seeds, or as many as 10 s allow. `-Dseeds=10000` plays so many,
/// `-Dseed=17` plays that one again.
class SimulationTest {
    private static final long SEEDS = Long.getLong("seeds", 500);
    private static final Duration PATIENCE =
            Long.getLong("seeds") == null ? Duration.ofSeconds(10) : Duration.ofHours(10);
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("parley");

    private final long began = System.nanoTime();
    private final AtomicLong next = new AtomicLong(1);
    private final AtomicLong told = new AtomicLong();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void whatGoesWrongIsNoNews() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void nowItIs() {
        LOG.setLevel(null);
    }

    @Test
    void nothingIsLostDoubledReorderedOrShownTooEarlyWhateverGoesWrong() throws Exception {
        Long only = Long.getLong("seed");

        if (only != null) {
            try (Seeds seeds = new Seeds()) {
                play(seeds, only);
            }
        } else {
            playAll();
            assertThat(told).hasValueGreaterThan(0);
        }

        assertThat(broken).isEmpty();
    }

    private void playAll() throws InterruptedException {
        List<Thread> threads =
                Stream.generate(() -> Thread.ofPlatform().unstarted(this::playTheRest))
                        .limit(Runtime.getRuntime().availableProcessors())
                        .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void playTheRest() {
        try (Seeds seeds = new Seeds()) {
            for (long seed = next.getAndIncrement();
                    seed <= SEEDS && System.nanoTime() - began < PATIENCE.toNanos();
                    seed = next.getAndIncrement()) {
                play(seeds, seed);
            }
        }
    }

    private void play(Seeds seeds, long seed) {
        try {
            told.addAndGet(seeds.play(seed));
        } catch (Violation | RuntimeException violation) {
            broken.add("-Dseed=" + seed + ": " + violation);
        }
    }

    @Test
    void aSeedPlaysTheSameAgain() {
        try (Seeds seeds = new Seeds()) {
            assertThat(seeds.play(17)).isEqualTo(seeds.play(17));
        }
    }
}
