package parley.desktop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.kit.LinkOpener;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Opens links by the system's own program for it, behind the JavaFX thread's back.
final class SystemLinks implements LinkOpener {
    private static final Logger LOG = LoggerFactory.getLogger(SystemLinks.class);

    private final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    @Override
    public void open(URI link) {
        Thread.ofVirtual().name("link").start(() -> start(command(link.toASCIIString())));
    }

    private List<String> command(String link) {
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", link);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", link);
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            LOG.warn(
                    "no program opens links program={} cause={}",
                    command.getFirst(),
                    none.toString());
        }
    }
}
