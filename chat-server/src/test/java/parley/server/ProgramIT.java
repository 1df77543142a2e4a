package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as an operator meets it: its options, its output, its ends.
@Timeout(180)
class ProgramIT {
    private final List<Process> processes = new ArrayList<>();
    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("credentials.txt"), "yoda pw-yoda\n");
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process run(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("parley.server.Main");
        command.addAll(List.of(options));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("log").toFile())
                        .directory(folder.toFile())
                        .start();
        processes.add(process);
        return process;
    }

    private Process serve() throws IOException {
        return run("--port", "0", "--bind", "127.0.0.1");
    }

    private static int port(BufferedReader out) throws IOException {
        String line = out.readLine();
        assertThat(line).matches("listening on \\d+");
        return Integer.parseInt(line.substring("listening on ".length()));
    }

    private static void endsWith(int code, Process process) throws Exception {
        assertThat(process.inputReader().readLine()).isNull();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(code);
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static Reply wrongPassword(int port) throws IOException {
        try (Client client = Client.connect("yoda", port)) {
            return client.asks(
                    new Request.Login(
                            "yoda",
                            new Proof.Password("no-such-password"),
                            "",
                            false,
                            PresenceMode.EACH,
                            false,
                            Limits.PROTOCOL));
        }
    }

    @Test
    void itSaysOneLineAndEndsWellWhenItIsAskedTo() throws Exception {
        Process server = serve();
        wrongPassword(port(server.inputReader()));

        server.toHandle().destroy();

        endsWith(0, server);
        assertThat(log()).contains("fingerprint=").doesNotContain("no-such-password");
    }

    @Test
    void aBadOptionEndsWithTwo() throws Exception {
        endsWith(2, run("--port", "many"));

        assertThat(log()).contains("--port").doesNotContain("Exception");
    }

    @Test
    void whatItCannotStartWithIsOneSentence() throws Exception {
        Files.writeString(folder.resolve("credentials.txt"), "yoda pw-yoda\nluke\n");

        endsWith(1, serve());

        assertThat(log().lines()).singleElement().asString().contains("credentials.txt, line 2");
    }

    @Test
    void theCountOfWrongPasswordsSurvivesAKill() throws Exception {
        Process first = serve();
        int port = port(first.inputReader());
        wrongPassword(port);
        wrongPassword(port);
        first.destroyForcibly().waitFor();

        Reply third = wrongPassword(port(serve().inputReader()));

        assertThat(third).isInstanceOf(Reply.Error.class);
        assertThat(((Reply.Error) third).code()).isEqualTo(Refusal.LOCKED);
    }
}
