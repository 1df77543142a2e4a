package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

class StoreMarkIT {
    @TempDir private Path home;
    private Path data;
    private String first;

    @BeforeEach
    void aStoreHasRun() throws IOException {
        data = Files.createDirectory(home.resolve("data"));
        first = logOf(data);
    }

    private static String logOf(Path folder) {
        try (Database database = Database.open(folder)) {
            return new SqlConversations(database, List::of).log();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void aRestartKeepsTheName() {
        assertThat(logOf(data)).isEqualTo(first);
        assertThat(logOf(data)).isEqualTo(first);
    }

    @Test
    void aNewStoreHasANewName() throws IOException {
        assertThat(logOf(Files.createDirectory(home.resolve("other")))).isNotEqualTo(first);
    }

    @Test
    void aFolderThatWasRestoredHasANewName() throws IOException {
        copy(data, home.resolve("backup"));
        assertThat(logOf(data)).isEqualTo(first);

        copy(home.resolve("backup"), data);

        String restored = logOf(data);
        assertThat(restored).isNotEqualTo(first);
        assertThat(logOf(data)).isEqualTo(restored);
    }

    @Test
    void soHasAStoreThatWasRestoredAlone() throws IOException {
        copy(data, home.resolve("backup"));
        assertThat(logOf(data)).isEqualTo(first);

        Files.copy(
                home.resolve("backup/parley.db"),
                data.resolve("parley.db"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);

        assertThat(logOf(data)).isNotEqualTo(first);
    }

    @Test
    void soHasOneThatLostItsMark() throws IOException {
        Files.delete(data.resolve("parley.mark"));

        assertThat(logOf(data)).isNotEqualTo(first);
    }
}
