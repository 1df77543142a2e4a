package parley.desktop.peer.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;

class PartFileTest {
    private static final String WORDS = "do or do not";

    @TempDir private Path root;
    private Path folder;
    private Path elsewhere;

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectory(root.toRealPath().resolve("folder"));
        elsewhere = Files.writeString(root.toRealPath().resolve("elsewhere"), "precious");
    }

    private PartFile begun(String name) throws IOException {
        PartFile part = PartFile.begin(folder, name, WORDS.length());
        part.append(List.of(Chunk.of(WORDS.getBytes(StandardCharsets.UTF_8))));
        return part;
    }

    private static String sum() {
        byte[] digest = Checksums.sha256().digest(WORDS.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void itHasItsNameOnlyOnceAllIsThere() throws IOException {
        PartFile part = begun("a.txt");
        assertThat(folder).isDirectoryContaining("glob:**/a.txt.part");
        assertThat(folder.resolve("a.txt")).doesNotExist();

        assertThat(part.finish(sum())).isEqualTo(folder.resolve("a.txt")).hasContent(WORDS);

        assertThat(folder.resolve("a.txt.part")).doesNotExist();
    }

    @Test
    void itIsForItsOwnerAloneAndNeverAProgram() throws IOException {
        Path file = begun("a.sh").finish(sum());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "old");

        assertThat(begun("a.txt").finish(sum())).isEqualTo(folder.resolve("a (1).txt"));
        assertThat(folder.resolve("a.txt")).hasContent("old");
    }

    @Test
    void aNameThatIsTakenMeanwhileGetsANumber() throws IOException {
        PartFile part = begun("a.txt");
        Files.writeString(folder.resolve("a.txt"), "quicker");

        assertThat(part.finish(sum())).isEqualTo(folder.resolve("a (1).txt"));
        assertThat(folder.resolve("a.txt")).hasContent("quicker");
    }

    @Test
    void twoOfOneNameDoNotMeet() throws IOException {
        PartFile first = begun("a.txt");
        PartFile second = begun("a.txt");

        assertThat(second.finish(sum())).hasContent(WORDS);
        assertThat(first.finish(sum())).hasContent(WORDS);
    }

    @Test
    void aLinkThatWaitsUnderItsNameIsNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.txt"), elsewhere);
        Files.createSymbolicLink(folder.resolve("b.txt.part"), elsewhere);
        Files.createSymbolicLink(folder.resolve("c.txt"), root.resolve("nowhere"));

        assertThat(begun("a.txt").finish(sum())).isEqualTo(folder.resolve("a (1).txt"));
        assertThat(begun("b.txt").finish(sum())).isEqualTo(folder.resolve("b.txt"));
        assertThat(begun("c.txt").finish(sum())).isEqualTo(folder.resolve("c (1).txt"));

        assertThat(elsewhere).hasContent("precious");
        assertThat(root.resolve("nowhere")).doesNotExist();
    }

    @Test
    void whatWasPutInItsPlaceIsNotTakenForIt() throws IOException {
        PartFile part = begun("a.txt");
        Files.delete(folder.resolve("a.txt.part"));
        Files.createSymbolicLink(folder.resolve("a.txt.part"), elsewhere);

        assertThatThrownBy(() -> part.finish(sum())).isInstanceOf(IOException.class);
        part.discard();

        assertThat(folder.resolve("a.txt")).doesNotExist();
        assertThat(elsewhere).hasContent("precious");
        assertThat(folder.resolve("a.txt.part")).isSymbolicLink();
    }

    @Test
    void anotherContentThanAnnouncedIsRefused() throws IOException {
        PartFile part = begun("a.txt");

        assertThatThrownBy(() -> part.finish("0".repeat(64)))
                .isInstanceOfSatisfying(
                        DiskTrouble.class,
                        it -> assertThat(it.kind()).isEqualTo(DiskTrouble.Kind.WRONG_CONTENT));
        part.discard();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheDiskHasNoRoomForIsNotBegun() {
        assertThatThrownBy(() -> PartFile.begin(folder, "a.txt", Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        DiskTrouble.class,
                        it -> assertThat(it.kind()).isEqualTo(DiskTrouble.Kind.NO_ROOM));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileIsNoFolderAndAFolderThatIsNotThereIsNotMade() {
        assertThatThrownBy(() -> PartFile.begin(elsewhere, "a.txt", 1))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PartFile.begin(folder.resolve("new"), "a.txt", 1))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aNameThatLeadsOutIsRefusedEvenHere() {
        assertThatThrownBy(() -> PartFile.begin(folder, "../a.txt", 1))
                .isInstanceOf(IOException.class);
    }
}
