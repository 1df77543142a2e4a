package parley.server;

import parley.server.net.PlainPolicy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Servers in this JVM, on any free port of loopback.
final class Houses {
    private Houses() {}

    /// A server for yoda, luke and leia, whose passwords are `pw-` and their name; without rate
    /// limits.
    ///
    /// @param folder where it keeps everything
    static ChatServer open(Path folder) throws IOException, CannotStart {
        Path credentials = folder.resolve("credentials.txt");
        Files.writeString(credentials, "yoda pw-yoda\nluke pw-luke\nleia pw-leia\n");
        return ChatServer.start(
                new ServerConfig(
                        0,
                        Optional.of(InetAddress.getLoopbackAddress()),
                        credentials,
                        folder.resolve("data"),
                        Duration.ofSeconds(60),
                        Duration.ZERO,
                        PlainPolicy.LOOPBACK,
                        Optional.empty(),
                        ServerConfig.LimitsPolicy.OFF));
    }
}
