package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import parley.desktop.peer.FileState.By;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Files go to and fro in a memory world; what lies on disks is real.
class FreightTest {
    private static final int SIZE = 700_001;

    @TempDir private Path folder;
    private final World world = new World();
    private final Player yoda = world.player("yoda");
    private final Player luke = world.player("luke");
    private Path inbox;

    @BeforeEach
    void aChat() throws IOException {
        inbox = Files.createDirectory(folder.toRealPath().resolve("inbox"));
        world.join(yoda, luke);
    }

    private Path file(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private void offer(Path path) {
        yoda.with(luke).offer(path.getFileName().toString(), path);
        world.passAMoment();
    }

    private void accept(String file) {
        luke.with(yoda).dialogue().files().accept(file, inbox);
    }

    private Optional<FileState> atYoda(String file) {
        return yoda.file(luke, file).map(FileTransfer::state);
    }

    private Optional<FileState> atLuke(String file) {
        return luke.file(yoda, file).map(FileTransfer::state);
    }

    private void arrivedAs(String file, Path path) throws IOException {
        assertThat(atLuke(file)).contains(new FileState.Done(path));
        assertThat(atYoda(file)).contains(new FileState.Done(folder.resolve(file)));
        assertThat(path).hasSameBinaryContentAs(folder.resolve(file));
        assertThat(inbox).isDirectoryNotContaining("glob:**.part");
    }

    private long filesInInbox() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.count();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, SIZE, 4_500_000})
    void aFileOfAnySizeGoesOver(int size) throws IOException {
        offer(file("plan.pdf", size));
        assertThat(atYoda("plan.pdf")).contains(new FileState.Offered());
        assertThat(luke.file(yoda, "plan.pdf"))
                .contains(
                        new FileTransfer(
                                "plan.pdf",
                                FileTransfer.Way.IN,
                                "plan.pdf",
                                size,
                                new FileState.Offered(),
                                0,
                                0));

        accept("plan.pdf");
        world.passSeconds(5);

        arrivedAs("plan.pdf", inbox.resolve("plan.pdf"));
    }

    @Test
    void nothingComesBeforeTheOwnerHasSaidYes() throws IOException {
        offer(file("plan.pdf", SIZE));
        world.passSeconds(30);

        assertThat(atLuke("plan.pdf")).contains(new FileState.Offered());
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void whatIsDeclinedStaysWhereItIs() throws IOException {
        offer(file("plan.pdf", SIZE));

        luke.with(yoda).dialogue().files().decline("plan.pdf");
        world.passAMoment();

        assertThat(atLuke("plan.pdf")).contains(new FileState.Declined());
        assertThat(atYoda("plan.pdf")).contains(new FileState.Declined());
    }

    @Test
    void severalGoAtOnceAndEachArrives() throws IOException {
        for (int i = 1; i <= 9; i++) {
            offer(file("plan" + i, SIZE + i));
            accept("plan" + i);
        }
        assertThat(atLuke("plan9")).contains(new FileState.Waiting());

        world.passSeconds(20);

        for (int i = 1; i <= 9; i++) {
            arrivedAs("plan" + i, inbox.resolve("plan" + i));
        }
        // That is what a text has to wait for.
        assertThat(world.net.mostUnwritten()).isEqualTo(PeerLimits.FILE_LOADS_IN_LINE);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "30, 4", "200, 1"})
    void aQuickLineIsGivenMoreAtATimeThanASlowOneWhereATextWouldWait(int millis, int pieces)
            throws IOException {
        world.net.delay(Duration.ofMillis(millis));
        offer(file("plan.pdf", 3_000_000));
        world.passSeconds(1);
        accept("plan.pdf");
        world.passSeconds(30);

        arrivedAs("plan.pdf", inbox.resolve("plan.pdf"));
        assertThat(world.net.largestLoad()).isEqualTo(pieces);
    }

    @Test
    void whatIsPausedStandsStillUntilItGoesOn() throws IOException {
        offer(file("plan.pdf", 6_000_000));
        accept("plan.pdf");
        world.strand.pass(Duration.ofMillis(100));

        luke.with(yoda).dialogue().files().pause("plan.pdf");
        world.passSeconds(1);
        long stands = luke.file(yoda, "plan.pdf").orElseThrow().done();
        world.passSeconds(30);

        assertThat(atLuke("plan.pdf")).contains(new FileState.Paused(By.ME));
        assertThat(atYoda("plan.pdf")).contains(new FileState.Paused(By.OTHER));
        assertThat(luke.file(yoda, "plan.pdf").orElseThrow().done())
                .isEqualTo(stands)
                .isBetween(1L, 5_999_999L);

        luke.with(yoda).dialogue().files().resume("plan.pdf");
        world.passSeconds(20);

        arrivedAs("plan.pdf", inbox.resolve("plan.pdf"));
    }

    @Test
    void itsSenderMayPauseItToo() throws IOException {
        offer(file("plan.pdf", 6_000_000));
        accept("plan.pdf");
        world.strand.pass(Duration.ofMillis(100));

        yoda.with(luke).dialogue().files().pause("plan.pdf");
        world.passSeconds(30);

        assertThat(atYoda("plan.pdf")).contains(new FileState.Paused(By.ME));
        assertThat(atLuke("plan.pdf")).contains(new FileState.Paused(By.OTHER));

        world.net.cut();
        world.passSeconds(5);
        yoda.with(luke).dialogue().files().resume("plan.pdf");
        world.passSeconds(20);

        arrivedAs("plan.pdf", inbox.resolve("plan.pdf"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 100, 140, 200, 400, 700, 1_000})
    void aBrokenLineGoesOnWhereItWas(int millis) throws IOException {
        offer(file("plan.pdf", 6_000_000));
        accept("plan.pdf");
        world.strand.pass(Duration.ofMillis(millis));

        world.net.cut();
        world.passSeconds(1);
        world.net.cut();
        world.passSeconds(30);

        arrivedAs("plan.pdf", inbox.resolve("plan.pdf"));
    }

    @Test
    void whatIsCancelledLeavesNothingAndBothKnow() throws IOException {
        offer(file("plan.pdf", 6_000_000));
        accept("plan.pdf");
        world.strand.pass(Duration.ofMillis(100));
        assertThat(filesInInbox()).isOne();

        luke.with(yoda).dialogue().files().cancel("plan.pdf");
        world.passAMoment();

        assertThat(atLuke("plan.pdf")).contains(new FileState.Cancelled(By.ME));
        assertThat(atYoda("plan.pdf")).contains(new FileState.Cancelled(By.OTHER));
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void aCancellingThatTheLineHasLostIsSaidAgain() throws IOException {
        offer(file("plan.pdf", 6_000_000));
        accept("plan.pdf");
        world.strand.pass(Duration.ofMillis(100));

        yoda.with(luke).dialogue().files().cancel("plan.pdf");
        world.net.cut();
        world.passSeconds(5);

        assertThat(atLuke("plan.pdf")).contains(new FileState.Cancelled(By.OTHER));
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void theEndOfTheChatLeavesNothing() throws IOException {
        offer(file("plan.pdf", 6_000_000));
        accept("plan.pdf");
        world.strand.pass(Duration.ofMillis(100));

        luke.with(yoda).end();
        world.passAMoment();

        FileState brokeOff = new FileState.Failed(FileFailure.BROKE_OFF);
        assertThat(atLuke("plan.pdf")).contains(brokeOff);
        assertThat(atYoda("plan.pdf")).contains(brokeOff);
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void aFileThatHasChangedSinceIsNotSent() throws IOException {
        Path plan = file("plan.pdf", SIZE);
        offer(plan);
        Files.write(plan, new byte[SIZE + 1]);

        accept("plan.pdf");
        world.passSeconds(5);

        FileState changed = new FileState.Failed(FileFailure.CHANGED_ON_DISK);
        assertThat(atLuke("plan.pdf")).contains(changed);
        assertThat(atYoda("plan.pdf")).contains(changed);
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void aFileThatIsMadeToLookUnchangedIsFoundOut() throws IOException {
        Path plan = file("plan.pdf", SIZE);
        offer(plan);
        var time = Files.getLastModifiedTime(plan);
        Files.write(plan, new byte[SIZE]);
        Files.setLastModifiedTime(plan, time);

        accept("plan.pdf");
        world.passSeconds(5);

        assertThat(atLuke("plan.pdf")).contains(new FileState.Failed(FileFailure.WRONG_CONTENT));
        assertThat(atYoda("plan.pdf")).contains(new FileState.Failed(FileFailure.CHANGED_ON_DISK));
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void aFolderIsNotOffered() throws IOException {
        offer(inbox);

        assertThat(atYoda("inbox")).contains(new FileState.Failed(FileFailure.NO_PLAIN_FILE));
        assertThat(atLuke("inbox")).isEmpty();
    }

    @Test
    void withoutAChatNothingIsOffered() throws IOException {
        yoda.with(luke).end();
        world.passAMoment();

        offer(file("plan.pdf", SIZE));

        assertThat(atYoda("plan.pdf")).contains(new FileState.Failed(FileFailure.BROKE_OFF));
    }

    @Test
    void moreThanAChatTakesIsNotOffered() throws IOException {
        Path plan = file("plan.pdf", 1);
        for (int i = 0; i < PeerLimits.FILES; i++) {
            yoda.with(luke).offer("f" + i, plan);
        }
        offer(plan);

        assertThat(atYoda("plan.pdf")).contains(new FileState.Failed(FileFailure.TOO_MANY));
        assertThat(atLuke("f" + (PeerLimits.FILES - 1))).contains(new FileState.Offered());
    }
}
