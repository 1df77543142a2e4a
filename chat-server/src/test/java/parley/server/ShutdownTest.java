package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

class ShutdownTest {
    @Test
    void whatIsDoneIsWaitedForNoLonger() {
        CountDownLatch done = new CountDownLatch(1);

        assertThat(Shutdown.isDoneWithin(Duration.ofMinutes(1), done::countDown)).isTrue();

        assertThat(done.getCount()).isZero();
    }

    @Test
    void whatHangsIsLeftBehind() {
        assertThat(Shutdown.isDoneWithin(Duration.ofMillis(20), ShutdownTest::hang)).isFalse();
    }

    private static void hang() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
    }
}
