package parley.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A store that was made once, and of which each test gets a copy.
final class Template {
    private Template() {}

    /// Copies a store that nobody has open.
    static void copy(Path from, Path to) throws IOException {
        for (String file : new String[] {StoreFolder.FILE, StoreFolder.MARK}) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }
}
