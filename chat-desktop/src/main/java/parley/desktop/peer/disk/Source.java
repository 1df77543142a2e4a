package parley.desktop.peer.disk;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// A plain file of the owner's that goes out, as it was when it was first looked at: reading it
/// notices where it has changed. One thread at a time.
public final class Source implements AutoCloseable {
    private static final int PIECE = 256 * 1024;

    private final Path path;
    private final BasicFileAttributes before;
    private @Nullable FileChannel channel;

    private Source(Path path, BasicFileAttributes before) {
        this.path = path;
        this.before = before;
    }

    /// Looks at a file; it is not opened yet, because a pipe would wait for its writer.
    ///
    /// @throws DiskTrouble where it is no plain file
    /// @throws IOException where it is not there, or not to be seen
    public static Source of(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (!now.isRegularFile()) {
            throw new DiskTrouble(DiskTrouble.Kind.NO_PLAIN_FILE, "no plain file");
        }
        return new Source(path, now);
    }

    public Path path() {
        return path;
    }

    public long size() {
        return before.size();
    }

    /// Reads all of it.
    ///
    /// @param far is told how many bytes have been read
    /// @param unwanted whether nobody waits for it any more; then what it says means nothing
    /// @return its SHA-256 in lower-case hex
    /// @throws DiskTrouble where it changed meanwhile
    /// @throws IOException where it can't be read
    public String checksum(LongConsumer far, BooleanSupplier unwanted) throws IOException {
        MessageDigest digest = Checksums.sha256();
        byte[] piece = new byte[PIECE];
        long at = 0;
        while (at < size() && !unwanted.getAsBoolean()) {
            int count = (int) Math.min(PIECE, size() - at);
            read(at, piece, 0, count);
            digest.update(piece, 0, count);
            at += count;
            far.accept(at);
        }
        checkUnchanged();
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Reads exactly so many bytes from this place of the file on.
    ///
    /// @throws DiskTrouble where it has become shorter
    /// @throws IOException where it can't be read
    public void read(long at, byte[] into, int from, int count) throws IOException {
        ByteBuffer room = ByteBuffer.wrap(into, from, count);
        while (room.hasRemaining()) {
            if (open().read(room, at + room.position() - from) < 0) {
                throw new DiskTrouble(DiskTrouble.Kind.CHANGED, "shorter than before");
            }
        }
    }

    /// Looks again.
    ///
    /// @throws DiskTrouble where its size or its time is another, or another file is in its place
    /// @throws IOException where it is not to be seen any more
    public void checkUnchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        boolean same =
                now.isRegularFile()
                        && now.size() == before.size()
                        && now.lastModifiedTime().equals(before.lastModifiedTime())
                        && Objects.equals(now.fileKey(), before.fileKey());
        if (!same) {
            throw new DiskTrouble(DiskTrouble.Kind.CHANGED, "not as before");
        }
    }

    private FileChannel open() throws IOException {
        FileChannel present = channel;
        if (present == null) {
            present = FileChannel.open(path, StandardOpenOption.READ);
            channel = present;
        }
        return present;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
