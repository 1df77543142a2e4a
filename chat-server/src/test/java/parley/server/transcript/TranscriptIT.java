package parley.server.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TranscriptIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir private Path folder;

    @Test
    void theConversationOfTheProtocolPageIsTheOneThatTheServerHolds()
            throws IOException, InterruptedException {
        Path page = ROOT.resolve("docs/protocol.md");
        Transcript transcript = Transcript.in(Files.readAllLines(page));

        assertThat(transcript.turns()).hasSizeGreaterThan(200);
        try (Player player = new Player(ROOT.resolve("credentials.txt"), folder)) {
            player.play(transcript);
        }
    }
}
