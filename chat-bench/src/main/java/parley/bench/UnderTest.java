package parley.bench;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The option that all commands share: which server is measured.
final class UnderTest {
    @Option(
            names = "--server",
            description = "the command that starts the server (default: ${DEFAULT-VALUE})")
    private List<String> command = List.of("./parley", "server");

    List<String> command() {
        return command;
    }

    /// Starts it on any free port, without rate limits.
    ServerProcess start(Path credentials, Path data) throws IOException {
        return ServerProcess.start(command, credentials, data);
    }

    /// Starts it on any free port, with the limits that hold where nobody has lifted them.
    ServerProcess startLimited(Path credentials, Path data) throws IOException {
        return ServerProcess.start(command, credentials, data, "on");
    }
}
