package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;

/// The short form of `./parley bench torture`, with the server as this build has made it.
@Timeout(180)
class TortureIT {
    private static final Logger LOG = LoggerFactory.getLogger(TortureIT.class);

    @TempDir private Path folder;

    @Test
    void whateverIsKilledAndCutNothingIsLostDoubledOrOutOfOrder() throws Exception {
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);

        try (Torture torture = new Torture(Built.server(), folder, seed, LOG::info)) {
            assertThat(torture.run(5)).as("seed %d: %s", seed, torture.figures()).isEmpty();
            assertThat(torture.check(Built.admin(), LOG::info)).isTrue();
        }
    }
}
