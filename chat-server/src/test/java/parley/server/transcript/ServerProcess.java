package parley.server.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The server as its operator starts it, a process of its own on any free port of loopback. Who is
/// locked out stays so for ten minutes, longer than any test takes.
public final class ServerProcess implements AutoCloseable {
    private static final String LISTENING = "listening on ";

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it; when this returns it takes connections.
    ///
    /// @param folder where its data and its log go
    /// @param options beside those
    /// @throws IOException where it does not start, with its log
    public static ServerProcess start(Path credentials, Path folder, String... options)
            throws IOException {
        Path log = folder.resolve("server.log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "parley.server.Main",
                                "--port",
                                "0",
                                "--bind",
                                "127.0.0.1",
                                "--credentials",
                                credentials.toString(),
                                "--data",
                                folder.resolve("data").toString(),
                                "--block-duration",
                                "600"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        String said = process.inputReader().readLine();
        if (said == null || !said.startsWith(LISTENING)) {
            process.destroyForcibly();
            throw new IOException("the server did not start: " + Files.readString(log));
        }
        return new ServerProcess(process, Integer.parseInt(said.substring(LISTENING.length())));
    }

    /// The port that it listens on.
    public int port() {
        return port;
    }

    /// Ends it as a power cut would, without a word.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Waits until it has ended by itself.
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
