package parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.UserName;
import parley.server.ManualClock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class CredentialsWatchTest {
    private final ManualClock clock = new ManualClock();
    private final List<Credentials> taken = new ArrayList<>();
    @TempDir private Path folder;
    private Path file;
    private CredentialsWatch watch;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("credentials.txt");
        Files.writeString(file, "yoda jedi\n");
        watch = new CredentialsWatch(file, clock.nanos());
    }

    private void look() {
        watch.look(taken::add);
    }

    private void lookAfter(int millis) {
        clock.passes(Duration.ofMillis(millis));
        look();
    }

    @Test
    void anUnchangedFileIsNotReadAgain() {
        lookAfter(100);
        lookAfter(1000);

        assertThat(taken).isEmpty();
    }

    @Test
    void aChangedFileIsTakenOverOnceItHasBeenStill() throws IOException {
        Files.writeString(file, "luke red-five\n");
        look();
        lookAfter(199);
        assertThat(taken).isEmpty();

        lookAfter(1);
        lookAfter(500);

        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().names()).containsExactly(UserName.of("luke"));
    }

    @Test
    void aFileThatIsStillBeingWrittenIsWaitedFor() throws IOException {
        Files.writeString(file, "luke red");
        look();
        clock.passes(Duration.ofMillis(150));
        Files.writeString(file, "luke red-five\nleia alderaan\n");
        look();
        lookAfter(150);
        assertThat(taken).isEmpty();

        lookAfter(50);

        assertThat(taken).singleElement().satisfies(c -> assertThat(c.names()).hasSize(2));
    }

    @Test
    void aFilePutInItsPlaceIsTakenOverThoughSizeAndTimeAreTheSame() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Path beside = folder.resolve("beside");
        Files.writeString(beside, "luke jedi\n");
        Files.setLastModifiedTime(beside, before);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);

        look();
        lookAfter(200);

        assertThat(taken).hasSize(1);
    }

    @Test
    void aBadFileIsRefusedWholeAndAGoodOneAfterItTaken() throws IOException {
        Files.writeString(file, "luke red-five\nleia\n");
        look();
        lookAfter(200);
        lookAfter(200);
        assertThat(taken).isEmpty();

        Files.writeString(file, "luke red-five\nleia alderaan\n");
        look();
        lookAfter(200);

        assertThat(taken).hasSize(1);
    }

    @Test
    void aFileThatVanishesAndComesBackIsTakenOver() throws IOException {
        Files.delete(file);
        look();
        lookAfter(200);
        assertThat(taken).isEmpty();

        Files.writeString(file, "yoda jedi\nluke red-five\n");
        look();
        lookAfter(200);

        assertThat(taken).hasSize(1);
    }
}
