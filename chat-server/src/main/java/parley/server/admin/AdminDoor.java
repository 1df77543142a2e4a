package parley.server.admin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the operator's commands come in: a Unix socket in the data folder, which is its owner's
/// alone. One line asks, one answers; one caller at a time.
///
/// ```
/// backup /var/backups/parley.db      ok
/// backup /                           / can't be written: ...
/// ```
///
/// Where the system has no such sockets, or the folder's path is too long for one, the server runs
/// without it and says so in its log.
public final class AdminDoor implements AutoCloseable {
    static final String SOCKET = "admin.sock";
    static final String BACKUP = "backup ";
    static final String OK = "ok";

    private static final Logger LOG = LoggerFactory.getLogger(AdminDoor.class);

    private final Path path;
    private final Backups backups;
    private final ServerSocketChannel channel;

    private AdminDoor(Path path, Backups backups, ServerSocketChannel channel) {
        this.path = path;
        this.backups = backups;
        this.channel = channel;
    }

    /// Opens the door in this folder, which no other server has.
    public static AutoCloseable open(Path folder, Backups backups) {
        Path path = folder.resolve(SOCKET);
        try {
            Files.deleteIfExists(path);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(path));
            AdminDoor door = new AdminDoor(path, backups, channel);
            Thread.ofPlatform().daemon().name("admin").start(door::accept);
            return door;
        } catch (IOException | UnsupportedOperationException none) {
            LOG.warn("no backup while the server runs: socket={} why={}", path, none.getMessage());
            return () -> {};
        }
    }

    private void accept() {
        while (channel.isOpen()) {
            try (SocketChannel caller = channel.accept()) {
                serve(caller);
            } catch (ClosedChannelException closed) {
                LOG.debug("the door is closed", closed);
            } catch (IOException failed) {
                LOG.warn("a command was not answered", failed);
            }
        }
    }

    private void serve(SocketChannel caller) throws IOException {
        try (BufferedReader asked =
                        new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8));
                Writer answer = Channels.newWriter(caller, StandardCharsets.UTF_8)) {
            String line = asked.readLine();
            answer.write(answer(line == null ? "" : line) + "\n");
        }
    }

    private String answer(String line) {
        if (!line.startsWith(BACKUP)) {
            return "That is no command.";
        }
        try {
            Path target = Path.of(line.substring(BACKUP.length()));
            backups.write(target);
            LOG.info("a backup was written file={}", target);
            return OK;
        } catch (IOException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
