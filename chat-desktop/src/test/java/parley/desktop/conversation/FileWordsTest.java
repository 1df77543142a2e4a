package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import parley.desktop.peer.FileFailure;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.FileTransfer.Way;

import java.nio.file.Path;
import java.util.Arrays;

class FileWordsTest {
    private final FileWords words = new FileWords("luke");

    private static FileTransfer file(Way way, FileState state, long done, long speed) {
        return new FileTransfer("f", way, "plans.pdf", 10_000_000, state, done, speed);
    }

    private static FileTransfer file(Way way, FileState state) {
        return file(way, state, 3_499_999, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "plans.pdf, PDF document",
        "x-wing.JPEG, JPEG picture",
        "run.sh, SH program",
        "droid, File",
        ".hidden, File",
        "notes.a longer thought, File",
        "archive.tar.gz, GZ archive",
        "map.r2d2, R2D2 file"
    })
    void theEndOfTheNameSaysWhatItSeemsToBe(String name, String word) {
        assertThat(FileKind.word(name)).isEqualTo(word);
    }

    @Test
    void whileItRunsShareSpeedAndWaitAreSaid() {
        assertThat(words.status(file(Way.IN, new FileState.Running(), 3_499_999, 650_000)))
                .isEqualTo("34 % · 650 KB/s · 10 s left");
    }

    @Test
    void whatHasNoSpeedYetPromisesNoTime() {
        assertThat(words.status(file(Way.IN, new FileState.Running()))).isEqualTo("34 %");
    }

    @Test
    void whoPausedItIsSaid() {
        assertThat(words.status(file(Way.IN, new FileState.Paused(FileState.By.ME))))
                .isEqualTo("Paused at 34 %");
        assertThat(words.status(file(Way.IN, new FileState.Paused(FileState.By.OTHER))))
                .isEqualTo("Paused by luke at 34 %");
    }

    @Test
    void whereItWasSavedIsSaid() {
        FileState done = new FileState.Done(Path.of("/home/yoda/Downloads/plans.pdf"));

        assertThat(words.status(file(Way.IN, done))).isEqualTo("Saved in Downloads");
        assertThat(words.status(file(Way.OUT, done))).isEqualTo("luke has it");
    }

    @ParameterizedTest
    @EnumSource(FileFailure.class)
    void eachFailureHasItsWordsOnEitherSide(FileFailure why) {
        for (Way way : Way.values()) {
            assertThat(words.status(file(way, new FileState.Failed(why))))
                    .isNotBlank()
                    .doesNotContain("{", "file.failed");
        }
    }

    @Test
    void aHundredIsSaidOfWhatIsAllThereAlone() {
        assertThat(words.status(file(Way.OUT, new FileState.Running(), 9_999_999, 0)))
                .isEqualTo("99 %");
    }

    @Test
    void anOfferIsAnsweredByWhoeverGotItAndTakenBackByWhoeverMadeIt() {
        assertThat(FileDeed.of(file(Way.IN, new FileState.Offered())))
                .containsExactly(FileDeed.SAVE, FileDeed.SAVE_TO, FileDeed.DECLINE);
        assertThat(FileDeed.of(file(Way.OUT, new FileState.Offered())))
                .containsExactly(FileDeed.CANCEL);
    }

    @Test
    void onlyWhoPausedItLetsItGoOn() {
        assertThat(FileDeed.of(file(Way.IN, new FileState.Paused(FileState.By.ME))))
                .contains(FileDeed.RESUME);
        assertThat(FileDeed.of(file(Way.IN, new FileState.Paused(FileState.By.OTHER))))
                .doesNotContain(FileDeed.RESUME)
                .contains(FileDeed.CANCEL);
    }

    @Test
    void whatIsOverHasNoBarAndNothingToCancel() {
        Arrays.stream(FileFailure.values())
                .map(FileState.Failed::new)
                .map(state -> file(Way.IN, state))
                .forEach(over -> {
                    assertThat(FileWords.progress(over)).isEmpty();
                    assertThat(FileDeed.of(over)).isEmpty();
                });
    }
}
