package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The short form of `./parley bench torture`, with the server as this build has made it.
@Timeout(300)
class TortureIT {
    private static final Logger LOG = LoggerFactory.getLogger(TortureIT.class);

    @TempDir private Path folder;

    @Test
    void whateverIsKilledAndCutNothingIsLostDoubledOrOutOfOrder() throws Exception {
        survives(5, List.of());
    }

    @Test
    void norWhenTheDiskFillsUp() throws Exception {
        survives(1, List.of(new FullDisk(64)));
    }

    @Test
    void norWhenTheClockJumps() throws Exception {
        survives(2, List.of(new JumpingClock()));
    }

    @Test
    void norWhenThePowerGoes() throws Exception {
        survives(2, List.of(new PowerCut(Path.of("power-loss.sh").toAbsolutePath())));
    }

    private void survives(int rounds, List<Nemesis> nemeses)
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);
        try (Torture torture = new Torture(Built.server(), nemeses, folder, seed, LOG::info)) {
            assertThat(torture.run(rounds)).as("seed %d: %s", seed, torture.figures()).isEmpty();
            assertThat(torture.check(Built.admin(), LOG::info)).isTrue();
        } catch (Nemesis.NotHere lacking) {
            LOG.warn("skipped: {}", lacking.getMessage());
            abort(lacking.getMessage());
        }
    }
}
