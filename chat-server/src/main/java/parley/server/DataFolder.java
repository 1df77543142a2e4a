package parley.server;

import parley.identity.OwnerOnly;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder that holds everything the server keeps: its owner's alone, and one server's at a time
/// for as long as this is open. The system gives the lock free however the server ends.
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Makes the folder where it is missing, and takes it.
    ///
    /// @throws CannotStart where it cannot be written, or another server has it
    public static DataFolder open(Path path) throws CannotStart {
        try {
            OwnerOnly.makeFolder(path);
            FileChannel file =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            return lock(path, file);
        } catch (IOException notWritable) {
            throw new CannotStart(
                    "The data folder "
                            + path
                            + " can't be written; make it writable for this user, or name another"
                            + " with --data.",
                    notWritable);
        }
    }

    private static DataFolder lock(Path path, FileChannel file) throws IOException, CannotStart {
        if (!isTaken(file)) {
            return new DataFolder(path, file);
        }
        file.close();
        throw new CannotStart(
                "Another server uses the data folder "
                        + path
                        + "; stop it, or name another folder with --data.");
    }

    private static boolean isTaken(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    /// Gives the folder free.
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
