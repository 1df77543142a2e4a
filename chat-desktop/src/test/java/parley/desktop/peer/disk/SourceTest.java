package parley.desktop.peer.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

class SourceTest {
    @TempDir private Path folder;

    private Source source() throws IOException {
        return Source.of(Files.writeString(folder.resolve("plan"), "abc"));
    }

    private static void isTrouble(DiskTrouble.Kind kind, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        DiskTrouble.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }

    @Test
    void itsChecksumIsThatOfItsBytes() throws IOException {
        try (Source source = source()) {
            assertThat(source.checksum(far -> {}, () -> false))
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
    }

    @Test
    void aChangeIsNoticed() throws IOException {
        try (Source source = source()) {
            Files.setLastModifiedTime(source.path(), FileTime.fromMillis(1));

            isTrouble(DiskTrouble.Kind.CHANGED, source::checkUnchanged);
        }
    }

    @Test
    void whatHasBecomeShorterCannotBeRead() throws IOException {
        try (Source source = source()) {
            Files.writeString(source.path(), "a");

            isTrouble(DiskTrouble.Kind.CHANGED, () -> source.read(0, new byte[3], 0, 3));
        }
    }

    @Test
    void aFolderIsNoPlainFile() {
        isTrouble(DiskTrouble.Kind.NO_PLAIN_FILE, () -> Source.of(folder));
    }

    @Test
    void whatIsNotThereIsNotThere() {
        assertThatThrownBy(() -> Source.of(folder.resolve("nothing")))
                .isInstanceOf(IOException.class);
    }
}
