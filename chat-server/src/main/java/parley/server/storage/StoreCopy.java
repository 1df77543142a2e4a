package parley.server.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;

/// A copy of the store in one file, as it was at one moment, while others go on writing.
final class StoreCopy {
    private StoreCopy() {}

    /// Writes a copy beside the target, makes it durable, and moves it there: whatever happens, the
    /// target is a whole copy or not there. It is its owner's alone.
    ///
    /// @throws IOException where it could not be written, with a sentence that says why
    static void write(Connection from, Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            ownersAlone(part);
            Sql.update(from, "VACUUM INTO ?", part.toString());
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    part,
                    whole,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException failed) {
            throw new IOException("the copy could not be written: " + failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// An empty file is taken by SQLite as it is, with who may read it.
    private static void ownersAlone(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
