package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The short form of `./parley bench abuse`: few who do harm, for seconds, and no time is taken.
@Timeout(120)
class AbuseIT {
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Abuse.Scale FEW = new Abuse.Scale(20, 300, 10);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(Abuse.Kind.class)
    void whileOthersDoHarmAllThatTwoSayArrivesOnceAndInOrder(Abuse.Kind kind)
            throws IOException, InterruptedException {
        Load talk = new Load(2, 100, 16, 100);
        Path credentials =
                new Load(FEW.users(), 0, 1, 100)
                        .writeCredentials(folder.resolve("credentials.txt"));
        Path data = Files.createDirectory(folder.resolve("data"));
        try (ServerProcess parley = ServerProcess.start(Built.server(), credentials, data, "on");
                Abuse abuse = Abuse.begin(kind, parley.port(), FEW)) {
            Figures figures = talk.run(parley.port(), parley::cpuMillis, PACE);

            assertThat(figures.arrivals().getTotalCount()).isEqualTo(200);
            assertThat(abuse.deeds()).isPositive();
        }
    }
}
