package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.identity.Fingerprint;
import parley.identity.Identity;
import parley.identity.TlsContexts;
import parley.protocol.PeerAddress;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tickets by which TLS 1.3 resumes a session past the check of certificates (RFC 8446, 2.2): none
/// is given, and one that a peer gives does not make up for its key. The other side is OpenSSL,
/// which gives and takes them gladly.
@Timeout(60)
class PeerTicketIT {
    private static final Pattern ACCEPTS = Pattern.compile("ACCEPT .*:(\\d+)");

    @TempDir private Path folder;
    private Path pem;
    private Identity han;

    @BeforeEach
    void hanHasOpenSsl() throws IOException {
        assumeTrue(openSslIsThere(), "needs openssl");
        Path home = Files.createDirectories(folder.resolve("han"));
        han = Identity.ofDesktop(home);
        pem = home.resolve("identity.pem");
    }

    private static boolean openSslIsThere() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException | InterruptedException missing) {
            return false;
        }
    }

    private Process openSsl(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-cert", pem.toString(), "-key", pem.toString()));
        command.addAll(List.of("-tls1_3", "-alpn", TlsContexts.PEER_PROTOCOL));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @Test
    void whoDialsIsGivenNone() throws IOException {
        try (Desktop yoda = new Desktop("yoda", new Introductions(), folder)) {
            Process client =
                    openSsl("s_client", "-connect", "127.0.0.1:" + yoda.service.port(), "-ign_eof");

            String said =
                    new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said)
                    .contains("ALPN protocol: " + TlsContexts.PEER_PROTOCOL)
                    .doesNotContain("Session Ticket arrived");
        }
    }

    /// An OpenSSL that waits to be dialled, with a desktop's way of dialling.
    private final class Server implements AutoCloseable {
        private final Process process =
                openSsl("s_server", "-accept", "127.0.0.1:0", "-verify", "1", "-num_tickets", "2");
        private final ThreadStrand strand = new ThreadStrand(Clock.systemUTC());
        private final Lines lines;
        private final PeerAddress address;

        Server() throws IOException {
            Path home = Files.createDirectories(folder.resolve("yoda"));
            lines = new Lines(TlsContexts.peer(Identity.ofDesktop(home)), strand);
            Matcher accepts = ACCEPTS.matcher("");
            while (!accepts.find()) {
                String line = process.inputReader(StandardCharsets.UTF_8).readLine();
                accepts = ACCEPTS.matcher(Objects.requireNonNull(line, "openssl has ended"));
            }
            address =
                    PeerAddress.parse("127.0.0.1:" + Integer.parseInt(accepts.group(1)))
                            .orElseThrow();
        }

        Attempt.Result isDialledFor(Fingerprint key) {
            return new Attempt(lines, new Socket(), address, key).run();
        }

        /// Says something, and waits until it has come, behind all tickets.
        void isHeardOn(TlsLine line) throws IOException {
            CompletableFuture<Line.Break> heard = new CompletableFuture<>();
            strand.execute(() -> line.belongTo(new Ear(heard)));
            process.outputWriter(StandardCharsets.UTF_8).append("hello\n").flush();
            assertThat(heard.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(Line.Break.RULES);
        }

        @Override
        public void close() {
            process.destroyForcibly();
            strand.close();
        }
    }

    private record Ear(CompletableFuture<Line.Break> heard) implements Line.Owner {
        @Override
        public void heard(Line line, PeerFrame frame) {
            throw new AssertionError("OpenSSL speaks no Parley");
        }

        @Override
        public void broke(Line line, Line.Break why) {
            heard.complete(why);
        }
    }

    @Test
    void aTicketDoesNotMakeUpForAnotherKey() throws IOException {
        Fingerprint other =
                Identity.ofDesktop(Files.createDirectories(folder.resolve("han's new")))
                        .fingerprint();
        try (Server server = new Server()) {
            Attempt.Result first = server.isDialledFor(han.fingerprint());
            assertThat(first).isInstanceOf(Attempt.Reached.class);
            server.isHeardOn(((Attempt.Reached) first).line());

            assertThat(server.isDialledFor(other))
                    .isEqualTo(new Attempt.Failed(PathFailure.OTHER_KEY));
            assertThat(server.isDialledFor(han.fingerprint())).isInstanceOf(Attempt.Reached.class);
        }
    }
}
