package parley.server.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The files of a store that no server has open. Whoever uses it holds the data folder.
public final class StoreFolder {
    static final String FILE = "parley.db";
    static final String MARK = "parley.mark";

    private static final List<String> FILES =
            List.of(FILE, FILE + "-wal", FILE + "-shm", FILE + "-journal", MARK);

    private final Path path;

    public StoreFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /// The store itself.
    public Path file() {
        return path.resolve(FILE);
    }

    /// Writes a whole copy of the store to this file.
    ///
    /// @throws IOException where that fails, with a sentence that says why
    public void copyTo(Path target) throws IOException {
        try (Connection connection = QuickCheck.readOnly(file())) {
            StoreCopy.write(connection, target);
        } catch (SQLException failed) {
            throw new IOException("the store can't be read: " + failed.getMessage(), failed);
        }
    }

    /// Puts this backup in the store's place. The store's files are moved into a folder beside it,
    /// and without its mark the store gets a new name, so that clients know it for another.
    ///
    /// @return where the files went that were there
    public Optional<Path> replaceBy(Path backup) throws IOException {
        Path part = path.resolve(FILE + ".part");
        Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Optional<Path> old = Files.exists(file()) ? Optional.of(putAside()) : Optional.empty();
        Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
        return old;
    }

    /// The store first: cut short, there is no store, never a new one beside an old one's log.
    private Path putAside() throws IOException {
        Path aside = freeFolder();
        for (String name : FILES) {
            try {
                Files.move(path.resolve(name), aside.resolve(name));
            } catch (NoSuchFileException absent) {
                continue;
            }
        }
        return aside;
    }

    private Path freeFolder() throws IOException {
        int number = 1;
        while (Files.exists(path.resolve("before-restore-" + number))) {
            number++;
        }
        return Files.createDirectory(path.resolve("before-restore-" + number));
    }
}
