package parley.desktop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class ProfileIT {
    @TempDir Path folder;

    @Test
    void everythingInItIsForItsOwnerAlone() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path made = folder.resolve("a").resolve("b");
        try (Profile profile = Profile.open(made)) {
            profile.database().update("UPDATE account SET used = 0");
            profile.database().commit();

            assertThat(permissions(made)).isEqualTo("rwx------");
            assertThat(permissions(made.resolve("desktop.db"))).isEqualTo("rw-------");
            assertThat(permissions(made.resolve("desktop.db-wal"))).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void whatIsCommittedIsSafeAgainstAPowerCut() throws Exception {
        try (Profile profile = Profile.open(folder)) {
            Database database = profile.database();

            assertThat(database.queryOne("PRAGMA journal_mode", row -> row.getString(1)))
                    .contains("wal");
            assertThat(database.queryNumber("PRAGMA synchronous")).isEqualTo(2);
        }
    }

    @Test
    void itIsOpenForOneDesktopAtATime() throws Exception {
        try (Profile profile = Profile.open(folder)) {
            assertThat(profile.folder()).isEqualTo(folder);
            assertThatThrownBy(() -> Profile.open(folder))
                    .isInstanceOf(ProfileUnusable.class)
                    .hasMessageContaining("--profile");
        }
        Profile.open(folder).close();
    }

    @Test
    void beforeItIsBroughtUpToDateACopyIsMadeAndAnOlderParleyLeavesItAlone() throws Exception {
        Profile.open(folder).close();
        Schema later =
                new Schema("1000", List.of("classpath:db/desktop", "classpath:db/desktop-later"));
        Profile.open(folder, later).close();

        assertThat(folder.resolve("desktop.db.before-" + Schema.PRESENT.newest())).isNotEmptyFile();
        assertThatThrownBy(() -> Profile.open(folder))
                .isInstanceOf(ProfileUnusable.class)
                .hasMessageContaining("newer Parley");
    }

    @Test
    void theVersionThatIsTakenForTheNewestIs() throws Exception {
        try (Profile profile = Profile.open(folder)) {
            assertThat(
                            profile.database()
                                    .queryOne(
                                            "SELECT version FROM flyway_schema_history ORDER BY"
                                                    + " installed_rank DESC",
                                            row -> row.getString(1)))
                    .contains(Schema.PRESENT.newest());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Profile.open(file.resolve("profile")))
                .isInstanceOf(ProfileUnusable.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidSo() throws Exception {
        Files.writeString(
                folder.resolve("desktop.db"), "this is no database, whatever its name is");

        assertThatThrownBy(() -> Profile.open(folder))
                .isInstanceOf(ProfileUnusable.class)
                .hasMessageContaining("move the file away");
    }

    @Test
    void aTurnThatIsUndoneLeavesNothingBehind() throws Exception {
        try (Profile profile = Profile.open(folder)) {
            Database database = profile.database();
            database.update("INSERT INTO server_key VALUES ('a', 1, 'k')");
            database.rollback();
            assertThat(database.queryNumber("SELECT count(*) FROM server_key")).isZero();

            database.update("INSERT INTO server_key VALUES ('a', 1, 'k')");
            database.commit();
            database.rollback();
            assertThat(database.queryNumber("SELECT count(*) FROM server_key")).isOne();
        }
    }

    @Test
    void aFullDiskUndoesTheTurnAndWritesAgainWhenThereIsRoom() throws Exception {
        try (Profile profile = Profile.open(folder)) {
            Database database = profile.database();
            long pages = database.queryNumber("PRAGMA page_count");
            database.queryNumber("PRAGMA max_page_count = " + pages);
            String insert = "INSERT INTO server_key VALUES (?, ?, ?)";
            String big = "x".repeat(100_000);

            assertThatThrownBy(() -> database.update(insert, "a", 1, big))
                    .isInstanceOf(DiskFailure.class);
            database.rollback();

            database.queryNumber("PRAGMA max_page_count = " + 10 * pages);
            database.update(insert, "a", 1, big);
            database.commit();
            assertThat(database.queryNumber("SELECT count(*) FROM server_key")).isOne();
        }
    }
}
