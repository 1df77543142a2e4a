package parley.desktop.peer.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A file that is coming in: `name.part` in the folder that the owner chose, until all of it is
/// there and is what was announced; then it gets its name, which nobody else has. No link is
/// followed, no file overwritten, none but its owner may read it, and nobody execute it. It stays
/// open until its end, so that nobody can put another in its place. One thread at a time, but for
/// [#flush].
public final class PartFile {
    private final Path folder;
    private final String name;
    private final Path part;
    private final FileChannel channel;
    private final Object identity;
    private final MessageDigest digest = Checksums.sha256();

    private PartFile(Path folder, String name, Path part, FileChannel channel) throws IOException {
        this.folder = folder;
        this.name = name;
        this.part = part;
        this.channel = channel;
        this.identity = identityOf(part);
    }

    /// Begins one.
    ///
    /// @param name a [SafeName]
    /// @param size what it will have
    /// @throws DiskTrouble where there is no room for so much
    /// @throws IOException where the folder is none, or nothing can be written there
    public static PartFile begin(Path folder, String name, long size) throws IOException {
        Path real = folder.toRealPath();
        if (!Files.isDirectory(real)) {
            throw new NotDirectoryException("the folder");
        }
        if (room(real) < size) {
            throw new DiskTrouble(DiskTrouble.Kind.NO_ROOM, "no room for " + size + " bytes");
        }
        String writable = writable(real, name);
        return Names.firstFree(
                writable,
                free -> open(real, writable, real.resolve(free), real.resolve(free + ".part")));
    }

    /// What this system can write of a name: where its locale is the plainest, ASCII alone.
    private static String writable(Path folder, String name) {
        try {
            return folder.relativize(folder.resolve(name)).toString();
        } catch (InvalidPathException unmappable) {
            return SafeName.of(name.replaceAll("[^ -~]", "_"));
        }
    }

    private static PartFile open(Path folder, String name, Path target, Path part)
            throws IOException {
        if (!folder.equals(part.getParent())) {
            throw new IOException("a name that leads out of the folder");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException("the name");
        }
        Set<OpenOption> anew =
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(part, anew, Names.ownerOnly());
        return new PartFile(folder, name, part, channel);
    }

    /// Writes what comes next, and takes it into the checksum.
    ///
    /// @throws DiskTrouble where the disk is full
    /// @throws IOException where it can't be written
    public void append(List<Chunk> chunks) throws IOException {
        for (Chunk chunk : chunks) {
            digest.update(chunk.array(), chunk.from(), chunk.length());
            write(ByteBuffer.wrap(chunk.array(), chunk.from(), chunk.length()));
        }
    }

    /// Brings what is written down to the disk, while more may come: so that little is left to wait
    /// for at the end. Any thread.
    public void flush() throws IOException {
        try {
            channel.force(false);
        } catch (ClosedChannelException over) {
            assert !channel.isOpen() : over;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failed) {
            if (room(folder) < bytes.remaining()) {
                throw new DiskTrouble(DiskTrouble.Kind.NO_ROOM, "the disk is full");
            }
            throw failed;
        }
    }

    /// Brings it down to the disk and gives it its name, or one with a number where that is taken.
    ///
    /// @param sha256 what its checksum must be, in lower-case hex
    /// @return where it lies now
    /// @throws DiskTrouble where the checksum is another
    /// @throws IOException where that can't be done
    public Path finish(String sha256) throws IOException {
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new DiskTrouble(DiskTrouble.Kind.WRONG_CONTENT, "another checksum");
        }
        channel.force(true);
        channel.close();
        if (!folder.equals(folder.toRealPath()) || !identity.equals(identityOf(part))) {
            throw new IOException("another file or folder has been put in its place");
        }
        return Names.firstFree(name, free -> Names.move(part, folder.resolve(free)));
    }

    /// Removes what is there of it; nothing after [#finish] has succeeded.
    public void discard() throws IOException {
        channel.close();
        try {
            if (identity.equals(identityOf(part))) {
                Files.delete(part);
            }
        } catch (NoSuchFileException gone) {
            assert !Files.exists(part, LinkOption.NOFOLLOW_LINKS) : gone;
        }
    }

    private static Object identityOf(Path part) throws IOException {
        BasicFileAttributes now =
                Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Object key = now.fileKey();
        return Objects.requireNonNullElse(key, now.creationTime());
    }

    /// Bytes that can be written there; as many as one likes where the system does not know.
    private static long room(Path folder) throws IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        return usable < 0 ? Long.MAX_VALUE : usable;
    }
}
