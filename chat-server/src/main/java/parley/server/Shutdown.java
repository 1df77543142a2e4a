package parley.server;

import ch.qos.logback.classic.LoggerContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends the server in good order and within 5 s, whatever hangs: when the system asks it to, by
/// SIGTERM or Ctrl-C, with 0; when its store can be used no more, with 1. What was answered is
/// durable by then anyway.
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final int CANNOT_GO_ON = 1;
    private static final String BROKEN =
            "The disk fails or the store is damaged, so the server ends. See to the disk; then"
                + " start it again, run ./parley admin check, and restore a backup where that finds"
                + " damage.";

    /// What is left of the 5 s is for the system to notice the end.
    private static final Duration IN_ALL = Duration.ofMillis(4_200);

    /// Standard error may hang as well as a disk.
    private static final Duration FOR_A_WORD = Duration.ofMillis(200);

    private Shutdown() {}

    /// Closes this server before the program ends.
    static void onSignal(ChatServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, 0), "shutdown"));
    }

    /// Closes this server and ends the program once the store is broken, and says so.
    static void whenBroken(ChatServer server, PrintStream err) {
        AtomicBoolean said = new AtomicBoolean();
        server.onBroken(() -> {
            if (said.compareAndSet(false, true)) {
                err.println(BROKEN);
                Thread.ofPlatform()
                        .daemon(false)
                        .name("broken")
                        .start(() -> end(server, CANNOT_GO_ON));
            }
        });
    }

    /// After a signal Java itself would end with 128 and its number, though all went well.
    private static void end(ChatServer server, int code) {
        if (!isDoneWithin(IN_ALL, () -> close(server))) {
            isDoneWithin(FOR_A_WORD, () -> LOG.warn("the end took too long and was cut short"));
        }
        Runtime.getRuntime().halt(code);
    }

    private static void close(ChatServer server) {
        server.close();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.stop();
        }
    }

    /// Does this on a thread of its own, which may hang.
    ///
    /// @return whether it came to its end in time
    static boolean isDoneWithin(Duration patience, Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().name("closing").start(work);
        try {
            return thread.join(patience);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
