package parley.desktop.launch;

import parley.protocol.Envelope;
import parley.protocol.Limits;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.LineReader;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server on this computer's own loopback: asks who answers at a port, and starts one where
/// nobody does. It runs as a process of its own, without JavaFX on its class path, and ends by
/// itself once this program has gone and nobody is signed in any more.
public final class LocalServer {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern LISTENING = Pattern.compile("listening on (\\d+)");

    private final Path home;

    /// Who answers at a port.
    public enum Answer {
        PARLEY,
        SOMETHING_ELSE,
        NOBODY
    }

    /// The server that was built in this folder, the project's.
    public LocalServer(Path home) {
        this.home = home;
    }

    /// Asks who answers at this port of loopback; waits 2 s at most.
    public static Answer whoAnswersAt(int port) throws IOException {
        try (Socket socket = new Socket()) {
            int millis = (int) PATIENCE.toMillis();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream()
                    .write(FrameCodec.encode(Envelope.untagged(new Request.Ping())));
            return answersAsParley(socket) ? Answer.PARLEY : Answer.SOMETHING_ELSE;
        } catch (ConnectException nobody) {
            return Answer.NOBODY;
        }
    }

    private static boolean answersAsParley(Socket socket) {
        LineReader lines;
        try {
            lines = new LineReader(socket.getInputStream(), Limits.LINE_BYTES);
            return lines.next() == LineReader.Outcome.LINE
                    && FrameCodec.heard(lines.buffer(), lines.from(), lines.length())
                            instanceof Decoded.Frame<Heard>(Heard.Answer(var _, Reply.Pong _));
        } catch (IOException silent) {
            return false;
        }
    }

    /// Starts a server on this port of loopback, and waits until it listens. What it logs, and why
    /// it does not start, goes where this program's own log goes.
    ///
    /// @throws IOException where it does not start
    public int start(int port) throws IOException {
        Process process =
                new ProcessBuilder(command(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        Matcher said = LISTENING.matcher(line == null ? "" : line);
        if (!said.matches()) {
            process.destroy();
            throw new IOException("The server did not start.");
        }
        return Integer.parseInt(said.group(1));
    }

    /// Ctrl-C in the terminal, and closing it, end this program, not the server that others may be
    /// signed in to: Java leaves alone what was ignored before it began.
    private List<String> command(int port) throws IOException {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/') {
            command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        }
        command.addAll(java(port));
        return command;
    }

    private List<String> java(int port) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TrimNativeHeapInterval=300000",
                "-Xlog:trimnative=off",
                "-Xms96m",
                "-Xmn64m",
                "-XX:+AlwaysPreTouch",
                "--enable-native-access=ALL-UNNAMED",
                "-Dparley.home=" + home,
                "-cp",
                serverJar().toString(),
                "parley.server.Main",
                "--port",
                Integer.toString(port),
                "--bind",
                InetAddress.getLoopbackAddress().getHostAddress(),
                "--while-pid",
                Long.toString(ProcessHandle.current().pid()));
    }

    private Path serverJar() throws IOException {
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(home.resolve("chat-server/target"), "chat-server-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IOException("The server is not built: start this program by ./parley.");
    }
}
