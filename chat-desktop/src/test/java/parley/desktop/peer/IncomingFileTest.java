package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.peer.disk.Chunk;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A file comes to a disk that does nothing unless the test says so.
class IncomingFileTest {
    private static final int PIECES = (int) (PeerLimits.FILE_WINDOW / PeerLimits.FILE_CHUNK);

    @TempDir private Path folder;
    private final TestStrand strand = new TestStrand();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<PeerFrame> said = new ArrayList<>();
    private IncomingFile file;
    private long at;

    @BeforeEach
    void accepted() {
        file =
                new IncomingFile(
                        new PeerFrame.FileOffer("f", "plan", 1L << 30, "0".repeat(64)),
                        new FakeDock());
        file.accept(folder);
        letTheDiskWork();
        assertThat(file.wantsToFlow()).isTrue();
        file.flow();
    }

    private void letTheDiskWork() {
        strand.settle();
        while (!work.isEmpty()) {
            work.remove().run();
            strand.settle();
        }
    }

    private boolean comes() {
        boolean fair = file.came(at, Chunk.of(new byte[PeerLimits.FILE_CHUNK]));
        at += PeerLimits.FILE_CHUNK;
        return fair;
    }

    @Test
    void asMuchAsTheWindowMayWaitForTheDiskAndNoMore() {
        for (int i = 0; i < PIECES; i++) {
            assertThat(comes()).isTrue();
        }

        assertThat(comes()).isFalse();
    }

    @Test
    void whatIsWrittenIsAcknowledgedAndMakesRoom() {
        for (int i = 0; i < PIECES; i++) {
            comes();
        }
        letTheDiskWork();

        assertThat(said).last().isEqualTo(new PeerFrame.FileAck("f", PeerLimits.FILE_WINDOW));
        assertThat(comes()).isTrue();
    }

    @Test
    void anotherLineBringsNothingBeforeTheDiskHasCaughtUp() {
        comes();
        file.broke();
        file.offeredAgain(new PeerFrame.FileOffer("f", "plan", 1L << 30, "0".repeat(64)));
        assertThat(file.wantsToFlow()).isFalse();

        letTheDiskWork();

        assertThat(file.wantsToFlow()).isTrue();
        file.flow();
        assertThat(said).last().isEqualTo(new PeerFrame.FileAccept("f", PeerLimits.FILE_CHUNK));
    }

    private final class FakeDock implements Dock {
        private final Disk disk = new Disk(work::add, strand);

        @Override
        public Strand strand() {
            return strand;
        }

        @Override
        public Disk disk() {
            return disk;
        }

        @Override
        public void tell(FileTransfer transfer) {
            assertThat(transfer.state().isOver()).isFalse();
        }

        @Override
        public void say(PeerFrame frame) {
            said.add(frame);
        }

        @Override
        public void moved() {
            // Nothing else waits for its turn here.
        }
    }
}
