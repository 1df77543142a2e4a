package parley.desktop.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import parley.wire.Connection;
import parley.wire.Decoded;
import parley.wire.Heard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A wire whose loop is busy with something else while the server floods it.
@Timeout(60)
class SocketWireIT {
    private static final int LINES = 20_000;
    private static final int AHEAD = 256;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private int mostWaiting;
    private int heard;
    private boolean ended;

    /// A loop that turns when the test says so.
    private final class SlowLoop implements Loop {
        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void leave(Runnable effect) {
            effect.run();
        }

        @Override
        public void after(Duration time, Runnable task) {}

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }

    private final class CountingEars implements Wire.Ears {
        @Override
        public void heard(Decoded<Heard> line) {
            heard++;
        }

        @Override
        public void ended(Trouble why) {
            ended = true;
        }
    }

    @Test
    void noMoreThanSoManyLinesWaitForTheLoopAndNoneIsLost() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket near = new Socket(door.getInetAddress(), door.getLocalPort());
                Socket far = door.accept()) {
            Thread flood = Thread.ofVirtual().start(() -> flood(far));
            new SocketWire(
                            new Connection(
                                    near, near, 1_000, task -> Thread.ofVirtual().start(task)),
                            Optional.empty(),
                            new SlowLoop())
                    .start(new CountingEars());

            while (!ended) {
                Runnable next = tasks.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("the next of %d lines", LINES).isNotNull();
                mostWaiting = Math.max(mostWaiting, 1 + tasks.size());
                next.run();
            }

            flood.join();
            assertThat(heard).isEqualTo(LINES);
            assertThat(mostWaiting).isLessThanOrEqualTo(AHEAD + 1);
        }
    }

    private static void flood(Socket far) {
        byte[] line = "{\"type\":\"ping\"}\n".getBytes(StandardCharsets.US_ASCII);
        try (far) {
            for (int i = 0; i < LINES; i++) {
                far.getOutputStream().write(line);
            }
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
