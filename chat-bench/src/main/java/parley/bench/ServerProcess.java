package parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server under test, a process of its own on loopback.
final class ServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on (\\d+)");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it by this command, on any free port, without rate limits.
    ///
    /// @throws IOException where it does not begin to listen
    static ServerProcess start(List<String> command, Path credentials, Path data)
            throws IOException {
        return start(command, credentials, data, "off");
    }

    /// Starts it by this command, on any free port.
    ///
    /// @param limits `on` or `off`
    /// @throws IOException where it does not begin to listen
    static ServerProcess start(List<String> command, Path credentials, Path data, String limits)
            throws IOException {
        Process process = launch(command, credentials, data, limits);
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        Matcher said = LISTENING.matcher(line == null ? "" : line);
        if (!said.matches()) {
            process.destroy();
            throw new IOException("the server did not start: " + line);
        }
        return new ServerProcess(process, Integer.parseInt(said.group(1)));
    }

    /// Starts it and kills it so much later, whether it listens by then or not.
    static void startAndKill(List<String> command, Path credentials, Path data, Duration later)
            throws IOException, InterruptedException {
        Process process = launch(command, credentials, data, "off");
        process.waitFor(later);
        process.destroyForcibly().waitFor();
    }

    private static Process launch(List<String> command, Path credentials, Path data, String limits)
            throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(
                List.of("--port", "0", "--bind", "127.0.0.1", "--limits", limits, "--credentials"));
        whole.addAll(List.of(credentials.toString(), "--data", data.toString()));
        return new ProcessBuilder(whole)
                .redirectError(Redirect.appendTo(data.resolveSibling("server.log").toFile()))
                .start();
    }

    int port() {
        return port;
    }

    long cpuMillis() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /// Memory that it holds, as Linux tells it; 0 elsewhere.
    long residentMebibytes() throws IOException {
        return Footprint.residentKibibytes(process.pid()) / 1024;
    }

    long pid() {
        return process.pid();
    }

    /// Lets it do nothing more; it can be killed only.
    void freeze() throws IOException, InterruptedException {
        Command.run("kill", "-STOP", Long.toString(process.pid()));
    }

    /// Ends it at once, as `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends it by SIGTERM, and tells what it ended with.
    ///
    /// @throws IOException where that takes longer than 10 s
    int terminate() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IOException("the server did not end after SIGTERM");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        end(process);
    }

    /// Asks a program to end, and ends it where that takes longer than 10 s.
    static void end(Process process) {
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
