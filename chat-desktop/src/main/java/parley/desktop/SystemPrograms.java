package parley.desktop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Starts programs of the system's own, behind the JavaFX thread's back. Stateless.
final class SystemPrograms {
    private static final Logger LOG = LoggerFactory.getLogger(SystemPrograms.class);
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private SystemPrograms() {}

    /// Which of the three families this system is of.
    enum Family {
        WINDOWS,
        MAC,
        OTHER
    }

    static Family family() {
        if (SYSTEM.startsWith("windows")) {
            return Family.WINDOWS;
        }
        return SYSTEM.startsWith("mac") ? Family.MAC : Family.OTHER;
    }

    /// Starts one. Where it is not there, the log says so.
    static void start(List<String> command) {
        Thread.ofVirtual().name("program").start(() -> run(command));
    }

    private static void run(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            LOG.warn("no such program={} cause={}", command.getFirst(), none.toString());
        }
    }
}
