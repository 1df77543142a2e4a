package parley.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files and folders that nobody but their owner can read, where the system knows of owners in the
/// POSIX way; elsewhere they are as private as the folder they stand in.
public final class OwnerOnly {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /// Makes a folder and those above it, where missing. One that is there is made private.
    public static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            if (POSIX) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return;
        }
        Files.createDirectories(folder, permissions("rwx------"));
    }

    /// Writes a file whole or not at all: beside it first, down to the disk, then in its place.
    public static void write(Path file, String text) throws IOException {
        Path folder =
                Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Path beside = Files.createTempFile(folder, ".new", "", permissions("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            keepEntries(folder);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// A new name, too, is on the disk only after this; where Windows has its own way of it, Java
    /// can't open a folder.
    private static void keepEntries(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            Set.copyOf(PosixFilePermissions.fromString(mode)))
                }
                : new FileAttribute<?>[0];
    }
}
