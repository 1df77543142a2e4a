package parley.desktop.peer.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Names in a folder that nobody else has. Stateless.
final class Names {
    private static final int MOST = 9_999;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Names() {}

    /// What is done with a name.
    interface Use<T> {
        /// @throws FileAlreadyExistsException where somebody has it
        T with(String name) throws IOException;
    }

    /// Does it with the name, or the first that is free of `name (1)`, `name (2)`, …
    ///
    /// @throws FileAlreadyExistsException where none is
    static <T> T firstFree(String name, Use<T> use) throws IOException {
        for (int number = 0; number <= MOST; number++) {
            try {
                return use.with(number == 0 ? name : SafeName.numbered(name, number));
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
        throw new FileAlreadyExistsException("all of " + MOST + " names");
    }

    /// For a file that its owner alone reads and writes, where the system knows of owners.
    static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    /// Gives a file another name in one step, never that of a file that is there: by a second link
    /// to it; where the disk has no links, over an empty file that was made for it.
    ///
    /// @return the new name
    static Path move(Path file, Path to) throws IOException {
        if (link(file, to)) {
            Files.delete(file);
        } else {
            Files.createFile(to, ownerOnly());
            Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        }
        return to;
    }

    private static boolean link(Path file, Path to) throws IOException {
        try {
            Files.createLink(to, file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            return false;
        }
    }
}
