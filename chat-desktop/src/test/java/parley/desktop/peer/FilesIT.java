package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Files between two desktops with real sockets and threads.
class FilesIT {
    @TempDir private Path folder;
    private final Introductions server = new Introductions();
    private Desktop yoda;
    private Desktop luke;
    private Path inbox;

    @BeforeEach
    void aChat() throws IOException {
        yoda = new Desktop("yoda", server, folder);
        luke = new Desktop("luke", server, folder);
        inbox = Files.createDirectory(folder.resolve("inbox"));
        yoda.meets(luke);
    }

    @AfterEach
    void quit() {
        yoda.close();
        luke.close();
    }

    private Path file(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private String sends(Path path) {
        String file = yoda.service.offerFile(luke.name, path);
        luke.sees(file, FileState.Offered.class);
        luke.service.acceptFile(yoda.name, file, inbox);
        return file;
    }

    @Test
    void aFileGoesOverForItsOwnerAlone() throws IOException {
        Path plan = file("plan.pdf", 3_000_001);

        String file = sends(plan);

        assertThat(luke.sees(file, FileState.Done.class))
                .isEqualTo(new FileState.Done(inbox.toRealPath().resolve("plan.pdf")));
        assertThat(yoda.sees(file, FileState.Done.class)).isEqualTo(new FileState.Done(plan));
        Path there = inbox.resolve("plan.pdf");
        assertThat(there).hasSameBinaryContentAs(plan);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rw-------");
        assertThat(inbox).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void severalGoAtOnceWithWordsInBetween() throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            files.add(sends(file("plan" + i, 5_000_000 + i)));
        }
        String back = luke.service.offerFile(yoda.name, file("answer", 5_000_000));
        yoda.sees(back, FileState.Offered.class);
        yoda.service.acceptFile(luke.name, back, Files.createDirectory(folder.resolve("yodas")));

        yoda.talksWith(luke, "meanwhile");

        for (String file : files) {
            yoda.sees(file, FileState.Done.class);
        }
        luke.sees(back, FileState.Done.class);
        for (int i = 1; i <= 6; i++) {
            assertThat(inbox.resolve("plan" + i))
                    .hasSameBinaryContentAs(folder.resolve("plan" + i));
        }
    }

    @Test
    void aFileThatIsPausedGoesOn() throws IOException {
        String file = sends(file("plan.pdf", 60_000_000));
        luke.sees(file, FileState.Running.class);
        luke.service.pauseFile(yoda.name, file);
        yoda.sees(file, FileState.Paused.class);
        yoda.service.pauseFile(luke.name, file);

        luke.service.resumeFile(yoda.name, file);
        yoda.service.resumeFile(luke.name, file);

        luke.sees(file, FileState.Done.class);
        assertThat(inbox.resolve("plan.pdf")).hasSameBinaryContentAs(folder.resolve("plan.pdf"));
    }

    @Test
    void aSignOutInTheMiddleLeavesNothing() throws IOException {
        String file = sends(file("plan.pdf", 60_000_000));
        luke.sees(file, FileState.Running.class);

        luke.close();

        assertThat(yoda.sees(file, FileState.Failed.class))
                .isEqualTo(new FileState.Failed(FileFailure.BROKE_OFF));
        assertThat(inbox).isDirectoryNotContaining("glob:**.part");
    }
}
