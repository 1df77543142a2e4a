package parley.desktop.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The choices in the profile's folder, as `settings.properties`. What it does not know is left at
/// the first choice, so that older and newer desktops read each other's. Written whole, behind the
/// JavaFX thread's back, in the order of the changes.
public final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final String SCHEME = "scheme";
    private static final String CONSENT = "private-chats";
    private static final String DISCLOSURE = "private-address";
    private static final String PORT = "private-port";
    private static final String ROUTERS = "private-routers";

    private final Path file;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("settings").factory());

    public SettingsFile(Path folder) {
        this.file = folder.resolve("settings.properties");
    }

    /// What was kept; the first choices where there is nothing, or nothing readable.
    public Choices load() {
        if (!Files.exists(file)) {
            return Choices.FIRST;
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("settings not readable file={} cause={}", file, unreadable.toString());
        }
        return new Choices(
                choice(kept, SCHEME, Choices.FIRST.scheme()),
                choice(kept, CONSENT, Choices.FIRST.consent()),
                choice(kept, DISCLOSURE, Choices.FIRST.disclosure()),
                PortNumber.parse(kept.getProperty(PORT, "")).orElse(Choices.FIRST.port()),
                choice(kept, ROUTERS, Choices.FIRST.routers()));
    }

    /// Keeps these, soon. Any thread may ask.
    public void keep(Choices choices) {
        writer.execute(() -> write(choices));
    }

    private void write(Choices choices) {
        Properties kept = new Properties();
        kept.setProperty(SCHEME, choices.scheme().name());
        kept.setProperty(CONSENT, choices.consent().name());
        kept.setProperty(DISCLOSURE, choices.disclosure().name());
        kept.setProperty(PORT, Integer.toString(choices.port()));
        kept.setProperty(ROUTERS, choices.routers().name());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                kept.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            LOG.warn("settings not kept file={} cause={}", file, failed.toString());
        }
    }

    /// What is kept under this key; the first choice where that is nothing we know.
    private static <E extends Enum<E>> E choice(Properties kept, String key, E first) {
        for (E each : first.getDeclaringClass().getEnumConstants()) {
            if (each.name().equals(kept.getProperty(key))) {
                return each;
            }
        }
        return first;
    }

    /// Ends when all is written.
    @Override
    public void close() {
        writer.close();
    }
}
