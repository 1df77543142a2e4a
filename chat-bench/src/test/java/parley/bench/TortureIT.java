package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The short form of `./parley bench torture`, with the server as this build has made it.
@Timeout(180)
class TortureIT {
    private static final Logger LOG = LoggerFactory.getLogger(TortureIT.class);
    private static final Path LIBRARIES = Path.of("..", "chat-server", "target");

    @TempDir private Path folder;
    private Path jar;

    @BeforeEach
    void theServerIsBuilt() throws IOException {
        try (Stream<Path> built = Files.list(LIBRARIES)) {
            jar =
                    built.filter(file -> file.toString().endsWith(".jar"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("build chat-server first"));
        }
    }

    private List<String> program(String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar.toString(),
                main);
    }

    @Test
    void whateverIsKilledAndCutNothingIsLostDoubledOrOutOfOrder() throws Exception {
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);

        try (Torture torture =
                new Torture(program("parley.server.Main"), folder, seed, LOG::info)) {
            assertThat(torture.run(5)).as("seed %d: %s", seed, torture.figures()).isEmpty();
            assertThat(torture.check(program("parley.server.AdminMain"), LOG::info)).isTrue();
        }
    }
}
