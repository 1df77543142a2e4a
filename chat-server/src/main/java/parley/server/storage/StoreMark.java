package parley.server.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/// Tells a store that goes on from one that was restored from a backup, so that the restored one
/// gets a new name: its `seq` are given a second time, to other messages.
///
/// A file beside the store holds a mark that is made anew at each start, and the store remembers
/// mark and file. Whatever copies only one of the two brings marks that differ; whatever copies
/// both cannot give the file the time of its last change in the file system (`ctime`), which nobody
/// can set. A picture of a whole disk it does not tell.
final class StoreMark {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMark.class);
    private static final String NEXT = "next-mark";
    private static final String MARK = "mark";
    private static final String CHANGED = "mark-changed";

    private final Path file;

    StoreMark(Path file) {
        this.file = file;
    }

    /// The store's name.
    static String name(Connection connection) throws SQLException {
        return value(connection, "log");
    }

    /// Gives the store a new name where it was restored, and marks it anew.
    void check(Connection connection) throws SQLException, IOException {
        if (wasRestored(connection)) {
            LOG.warn("the store was restored from a backup, and gets a new name");
            putRandom(connection, "log");
        }
        mark(connection);
    }

    private boolean wasRestored(Connection connection) throws SQLException, IOException {
        String marked = value(connection, MARK);
        if (marked.isEmpty()) {
            return false;
        }
        String found = Files.exists(file) ? Files.readString(file) : "";
        boolean goesOn = found.equals(marked) && changed().equals(value(connection, CHANGED));
        boolean wasCutShort = found.equals(value(connection, NEXT)) && !found.equals(marked);
        return !goesOn && !wasCutShort;
    }

    /// First the store knows what is to come, then comes the file, then the store knows both: a
    /// start that is cut short in between is no restoring.
    private void mark(Connection connection) throws SQLException, IOException {
        putRandom(connection, NEXT);
        String mark = value(connection, NEXT);
        write(mark);
        put(connection, CHANGED, changed());
        put(connection, MARK, mark);
    }

    private void write(String mark) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private String changed() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return Objects.toString(Files.getAttribute(file, unix ? "unix:ctime" : "creationTime"));
    }

    private static String value(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT value FROM store WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static void putRandom(Connection connection, String name) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO store (name, value) VALUES (?, lower(hex(randomblob(16))))"
                        + " ON CONFLICT DO UPDATE SET value = excluded.value",
                name);
    }

    private static void put(Connection connection, String name, String value) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO store (name, value) VALUES (?, ?)"
                        + " ON CONFLICT DO UPDATE SET value = excluded.value",
                name,
                value);
    }
}
