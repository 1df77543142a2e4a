package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.peer.disk.Chunk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The disk fills up under a file. Skipped where nobody may mount a small one.
class FullDiskIT {
    private static final int ROOM = 8 * 1024 * 1024;

    @TempDir private Path folder;
    private Path inbox;

    @BeforeEach
    void aSmallDisk() throws IOException, InterruptedException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", inbox.toString()),
                "no disk to fill: this user may not mount one");
    }

    @AfterEach
    void noDisk() throws IOException, InterruptedException {
        run("umount", inbox.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void aDiskThatFillsUpInTheMiddleEndsTheFileAndNothingElse() throws IOException {
        Introductions server = new Introductions();
        try (Desktop yoda = new Desktop("yoda", server, folder);
                Stranger han = new Stranger("han", server, folder)) {
            han.asks(yoda).opens();
            han.says(new PeerFrame.FileOffer("f", "a", ROOM - 65_536, "0".repeat(64)));
            yoda.sees("f", FileState.Offered.class);
            yoda.service.acceptFile(han.name, "f", inbox);
            assertThat(han.hears()).isEqualTo(new PeerFrame.FileAccept("f", 0));
            Files.write(inbox.resolve("other"), new byte[ROOM - 1024 * 1024]);

            for (int at = 0; at < 2 * 1024 * 1024; at += 65_536) {
                han.says(new PeerFrame.FileData("f", at, Chunk.of(new byte[65_536])));
            }

            assertThat(yoda.sees("f", FileState.Failed.class))
                    .isEqualTo(new FileState.Failed(FileFailure.NO_ROOM));
            PeerFrame last = han.hears();
            while (last instanceof PeerFrame.FileAck) {
                last = han.hears();
            }
            assertThat(last).isEqualTo(new PeerFrame.FileCancel("f", CancelReason.NO_ROOM));
            han.says(new PeerFrame.Ping());
            assertThat(han.hears()).isEqualTo(new PeerFrame.Pong());
        }
        assertThat(inbox).isDirectoryNotContaining("glob:**.part");
    }
}
