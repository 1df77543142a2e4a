package parley.desktop.mission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file from window to window, over real sockets.
class FileInWindowsIT {
    @TempDir private Path folder;

    @Test
    void whatIsSentByTheButtonIsSavedAmongTheDownloadsOfTheOther() throws Exception {
        DeskHere there = new DeskHere(folder.resolve("yoda"));
        DeskHere here = new DeskHere(folder.resolve("luke"));
        Path downloads = Files.createDirectory(folder.resolve("downloads"));
        Path plans = Files.writeString(folder.resolve("plans.txt"), "Behind the blue lamp.");
        here.places().downloadsGoTo(downloads);
        there.places().chooses(List.of(plans));
        List<String> accounts = List.of("yoda do-or-do-not", "luke red-five");
        try (RealServer server = RealServer.start(folder.resolve("server"), accounts);
                Member yoda = new Member("yoda", "do-or-do-not", there);
                Member luke = new Member("luke", "red-five", here)) {
            yoda.opensParley(server.port()).signsIn();
            luke.opensParley(server.port()).signsIn();
            yoda.wantsPrivateChatWith(luke);
            luke.acceptsPrivateChatWith(yoda);
            yoda.isDirectWith(luke);
            luke.isDirectWith(yoda);

            yoda.presses("Send a file");
            yoda.readsInTheMiddle("Waiting for luke to accept");
            luke.readsInTheMiddle("21 bytes · TXT document");
            luke.presses("Save");
            yoda.readsInTheMiddle("luke has it");
            luke.readsInTheMiddle("Saved in downloads");
            luke.presses("Open folder");

            Path saved = downloads.resolve("plans.txt");
            assertThat(saved).hasContent("Behind the blue lamp.");
            assertThat(here.places().shown()).containsExactly(saved);
        }
    }
}
