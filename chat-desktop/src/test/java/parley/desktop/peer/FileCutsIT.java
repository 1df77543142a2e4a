package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// The line breaks again and again under a file.
class FileCutsIT extends TwoBehindCables {
    private static final int SIZE = 40_000_000;

    @TempDir private Path files;

    FileCutsIT() throws IOException {}

    @Test
    void aFileGoesOnWhereTheLineBrokeAndIsWholeInTheEnd() throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        Path plan = Files.write(files.resolve("plan"), bytes);
        Path inbox = Files.createDirectory(files.resolve("inbox"));
        String file = yoda.service.offerFile(luke.name, plan);
        luke.sees(file, FileState.Offered.class);
        luke.service.acceptFile(yoda.name, file, inbox);

        for (long at : new long[] {1, SIZE / 4, SIZE / 2}) {
            cutAt(file, at);
        }

        assertThat(luke.sees(file, FileState.Done.class)).isNotNull();
        assertThat(yoda.sees(file, FileState.Done.class)).isEqualTo(new FileState.Done(plan));
        assertThat(inbox.resolve("plan")).hasSameBinaryContentAs(plan);
        assertThat(inbox).isDirectoryNotContaining("glob:**.part");
    }

    private void cutAt(String file, long at) {
        luke.hears(it ->
                it instanceof PeerChange.FileMoved(_, var transfer)
                        && transfer.file().equals(file)
                        && (transfer.done() >= at || transfer.state().isOver()));
        toYoda.pull();
        toLuke.pull();
        toYoda.plugIn();
        toLuke.plugIn();
    }
}
