package parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class DataFolderTest {
    @TempDir private Path folder;

    @Test
    void aFolderIsMadeWithAllAboveIt() throws Exception {
        Path path = folder.resolve("a").resolve("b");

        try (DataFolder data = DataFolder.open(path)) {
            assertThat(data.path()).isDirectory();
        }
    }

    @Test
    void itIsItsOwnersAloneAlsoWhereItWasThereBefore() throws Exception {
        Path path = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (DataFolder data = DataFolder.open(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aSecondServerDoesNotGetItUntilTheFirstHasGone() throws Exception {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(first.path()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll("Another server", folder.toString(), "--data");
        }

        DataFolder.open(folder).close();
    }

    @Test
    void aFileInItsPlaceIsToldInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "no folder");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("can't be written", file.toString());
    }
}
