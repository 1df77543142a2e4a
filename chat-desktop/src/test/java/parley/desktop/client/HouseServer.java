package parley.desktop.client;

import org.jspecify.annotations.Nullable;

import parley.desktop.net.ServerAddress;
import parley.server.CannotStart;
import parley.server.ChatServer;
import parley.server.ServerConfig;
import parley.server.ServerConfig.LimitsPolicy;
import parley.server.net.PlainPolicy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The real server in this process, over a folder that outlives it.
public final class HouseServer implements AutoCloseable {
    private final Path folder;
    private final Duration timeout;
    private final PlainPolicy plain;
    private @Nullable ChatServer server;
    private int port;

    /// A server that has started, on the usual terms, with these accounts, a line each.
    public static HouseServer with(Path folder, String... accounts) {
        return new HouseServer(folder, Duration.ZERO, PlainPolicy.LOOPBACK, accounts);
    }

    /// A server that has started.
    HouseServer(Path folder, Duration timeout, PlainPolicy plain, String... accounts) {
        this.folder = folder;
        this.timeout = timeout;
        this.plain = plain;
        try {
            Files.write(Files.createDirectories(folder).resolve("credentials"), List.of(accounts));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start();
    }

    /// Starts it, on the port that it had before.
    void start() {
        try {
            ChatServer started = ChatServer.start(config());
            port = started.port();
            server = started;
        } catch (CannotStart failed) {
            throw new AssertionError(failed);
        }
    }

    private ServerConfig config() {
        return new ServerConfig(
                port,
                Optional.of(InetAddress.getLoopbackAddress()),
                folder.resolve("credentials"),
                folder.resolve("data"),
                Duration.ofSeconds(60),
                timeout,
                plain,
                Optional.empty(),
                LimitsPolicy.ON);
    }

    void stop() {
        ChatServer running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    /// Forgets everything that was ever said. Only while it is stopped.
    void wipe() {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Copies everything that was ever said. Only while it is stopped.
    void backUp() {
        copy(folder.resolve("data"), folder.resolve("backup"));
    }

    /// Puts the copy in the place of everything that was ever said. Only while it is stopped.
    void restore() {
        wipe();
        copy(folder.resolve("backup"), folder.resolve("data"));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public ServerAddress address() {
        return new ServerAddress("127.0.0.1", port);
    }

    @Override
    public void close() {
        stop();
    }
}
