package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

class GroupCommitIT {
    @TempDir private Path folder;

    @Test
    @Timeout(20)
    void aDiskThatHangsDoesNotHoldUpTheEnd() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch moves = new CountDownLatch(1);
        Database database = Database.open(folder);
        database.writeSoon(connection -> {
            hangs.countDown();
            awaitQuietly(moves);
            return "";
        });
        hangs.await();

        database.close();

        assertThat(moves.getCount()).isOne();
        moves.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
