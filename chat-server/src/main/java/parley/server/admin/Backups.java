package parley.server.admin;

import java.io.IOException;
import java.nio.file.Path;

/// Copies the store of a running server.
@FunctionalInterface
public interface Backups {
    /// Writes a whole copy to this file, which must not be there yet.
    ///
    /// @throws IOException where that fails, with a sentence that says why
    void write(Path target) throws IOException;
}
