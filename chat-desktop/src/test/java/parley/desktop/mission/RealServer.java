package parley.desktop.mission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server as a process of its own, over a folder that outlives it: it can be ended, killed and
/// started again on the same port, as an operator or a power cut would.
public final class RealServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on (\\d+)");

    private final Place place;
    private final Path folder;
    private final List<String> options;
    private Process process;
    private int port;

    /// Where a server runs.
    ///
    /// @param enter the command before its own that leads there
    /// @param bind the address that it listens on
    public record Place(List<String> enter, String bind) {
        static final Place LOOPBACK = new Place(List.of(), "127.0.0.1");

        public Place {
            enter = List.copyOf(enter);
        }
    }

    private RealServer(Place place, Path folder, List<String> options) throws IOException {
        this.place = place;
        this.folder = folder;
        this.options = options;
        this.process = launch();
    }

    /// Starts a server in this folder, with an account a line, `name password`.
    public static RealServer start(Path folder, List<String> accounts, String... options)
            throws IOException {
        return start(Place.LOOPBACK, folder, accounts, options);
    }

    /// The same, somewhere else than on loopback.
    public static RealServer start(
            Place place, Path folder, List<String> accounts, String... options) throws IOException {
        Files.write(Files.createDirectories(folder).resolve("credentials.txt"), accounts);
        return new RealServer(place, folder, List.of(options));
    }

    private Process launch() throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        place.bind(),
                        "--credentials",
                        folder.resolve("credentials.txt").toString(),
                        "--data",
                        data().toString()));
        arguments.addAll(options);
        ProcessBuilder program =
                OwnJava.program("parley.server.Main", arguments.toArray(String[]::new));
        program.command().addAll(0, place.enter());
        Process started =
                program.redirectError(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
        String line = started.inputReader(StandardCharsets.UTF_8).readLine();
        Matcher said = LISTENING.matcher(line == null ? "" : line);
        if (!said.matches()) {
            started.destroyForcibly();
            throw new IOException("the server did not start: " + Files.readString(log()));
        }
        port = Integer.parseInt(said.group(1));
        return started;
    }

    /// Where it listens, on 127.0.0.1 unless it runs elsewhere; the same after each start.
    public int port() {
        return port;
    }

    /// The folder of everything that it keeps.
    public Path data() {
        return folder.resolve("data");
    }

    /// What it logged, over all its starts.
    public Path log() {
        return folder.resolve("server.log");
    }

    /// Ends it in the middle of whatever it does, as `kill -9` does.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Ends it as an operator does.
    ///
    /// @return its exit code
    public int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the server did not end");
        }
        return process.exitValue();
    }

    /// Starts it again on the same port and folder.
    public void restart() throws IOException {
        process = launch();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
