package parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import parley.server.ServerConfig.LimitsPolicy;
import parley.server.ServerConfig.TlsFiles;
import parley.server.net.PlainPolicy;

import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

class OptionsTest {
    private static final Path HOME = Path.of("/home/of/parley");

    @TempDir private Path folder;

    private static ServerConfig config(String... args) {
        return Options.parse(args).toConfig(HOME);
    }

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("parley.conf"), java.util.List.of(lines)).toString();
    }

    @Test
    void withoutAnyOptionTheDefaultsHold() {
        assertThat(config())
                .isEqualTo(
                        new ServerConfig(
                                7331,
                                Optional.empty(),
                                HOME.resolve("credentials.txt"),
                                HOME.resolve("data"),
                                Duration.ofSeconds(60),
                                Duration.ZERO,
                                PlainPolicy.LOOPBACK,
                                Optional.empty(),
                                LimitsPolicy.ON));
    }

    @Test
    void allOptionsAreTaken() {
        ServerConfig config =
                config(
                        "--port=0",
                        "--bind",
                        "127.0.0.1",
                        "--credentials",
                        "people.txt",
                        "--data=kept",
                        "--block-duration",
                        "5",
                        "--timeout",
                        "7",
                        "--plain",
                        "never",
                        "--tls-cert",
                        "cert.pem",
                        "--tls-key",
                        "key.pem",
                        "--limits",
                        "off",
                        "--verbose");

        assertThat(config)
                .isEqualTo(
                        new ServerConfig(
                                0,
                                Optional.of(InetAddress.ofLiteral("127.0.0.1")),
                                Path.of("people.txt"),
                                Path.of("kept"),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(7),
                                PlainPolicy.NEVER,
                                Optional.of(new TlsFiles(Path.of("cert.pem"), Path.of("key.pem"))),
                                LimitsPolicy.OFF));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=-1",
                "--port=65536",
                "--port=http",
                "--port=",
                "--port",
                "--bind=",
                "--bind=no.such.host.invalid",
                "--block-duration=0",
                "--block-duration=-5",
                "--block-duration=1.5",
                "--timeout=-1",
                "--timeout=99999999999999999999",
                "--plain=sometimes",
                "--plain=Never",
                "--limits=maybe",
                "--tls-cert=cert.pem",
                "--tls-key=key.pem",
                "--store=jdbc:postgresql://db",
                "--cluster=nats://bus",
                "--metrics=9000",
                "--while-pid=me",
                "--nonsense",
                "--config=/no/such/file",
                "admin",
            })
    void aBadOptionIsRefused(String option) {
        assertThatThrownBy(() -> config(option)).isInstanceOf(ParameterException.class);
    }

    @Test
    void aFileHoldsTheSameOptionsAndTheCommandLineWins() throws IOException {
        String file =
                file(
                        "# Parley",
                        "",
                        "port=7400",
                        "block-duration = 9",
                        "plain=always",
                        "verbose=true");

        ServerConfig config = config("--config", file, "--port", "7500");

        assertThat(config.port()).isEqualTo(7500);
        assertThat(config.blockDuration()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.plain()).isEqualTo(PlainPolicy.ALWAYS);
        assertThat(Options.parse("--config", file).verbose()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port",
                "=7400",
                "prot=7400",
                "port=many",
                "config=other.conf",
                "plain=maybe",
                "block-duration=0",
                "tls-key=key.pem",
                "port=1\nport=2",
            })
    void aBadLineInTheFileIsRefused(String line) throws IOException {
        String file = file("# Parley", line);

        assertThatThrownBy(() -> config("--config", file)).isInstanceOf(ParameterException.class);
    }
}
