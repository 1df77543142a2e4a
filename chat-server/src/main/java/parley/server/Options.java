package parley.server;

import org.jspecify.annotations.Nullable;

import parley.server.ServerConfig.LimitsPolicy;
import parley.server.ServerConfig.TlsFiles;
import parley.server.net.PlainPolicy;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What can be chosen on the command line and in the file that `--config` names. A bad choice ends
/// the program with 2.
@CommandLine.Command(
        name = "parley server",
        mixinStandardHelpOptions = true,
        version = "parley 1.0",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "The server of Parley, without a window.")
final class Options {
    /// The longest that a number of seconds may say: a hundred years.
    private static final long MOST_SECONDS = 100L * 366 * 24 * 3600;

    @Spec private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port; 0 for any free one (7331).")
    private int port = 7331;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            converter = Address.class,
            description = "The address to listen on (all; with the sample's credentials loopback).")
    private @Nullable InetAddress bind;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Who may sign in: a line 'name password' for each (credentials.txt).")
    private @Nullable Path credentials;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for all that the server keeps (data).")
    private @Nullable Path data;

    @Option(
            names = "--block-duration",
            paramLabel = "S",
            description = "Seconds that three wrong passwords lock a user (60).")
    private long blockDuration = 60;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            description = "Seconds without a request until a user is signed out; 0 = never (0).")
    private long timeout;

    @Option(
            names = "--plain",
            paramLabel = "POLICY",
            converter = Plain.class,
            description = "Who may speak without TLS: always, loopback or never (loopback).")
    private PlainPolicy plain = PlainPolicy.LOOPBACK;

    @Option(
            names = "--tls-cert",
            paramLabel = "PEM",
            description = "The certificate chain to show (a self-signed one).")
    private @Nullable Path tlsCert;

    @Option(names = "--tls-key", paramLabel = "PEM", description = "The key of that certificate.")
    private @Nullable Path tlsKey;

    @Option(
            names = "--limits",
            paramLabel = "POLICY",
            converter = Limits.class,
            description = "off lifts the rate limits and those per address, for load tests (on).")
    private LimitsPolicy limits = LimitsPolicy.ON;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file of these options as lines 'name=value'.")
    private @Nullable Path config;

    @Option(names = "--verbose", description = "Log more.")
    private boolean verbose;

    @Option(names = "--while-pid", paramLabel = "PID", hidden = true)
    private @Nullable Long whilePid;

    private Options() {}

    /// What is chosen on this command line, and in the file that it may name.
    ///
    /// @throws ParameterException where something is bad
    static Options parse(String... args) {
        Options options = new Options();
        CommandLine command = new CommandLine(options);
        command.parseArgs(args);
        if (options.config != null) {
            command.setDefaultValueProvider(ConfigFile.read(options.config, command));
            command.parseArgs(args);
        }
        return options;
    }

    private static <E extends Enum<E>> E choice(E[] choices, String value) {
        for (E choice : choices) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(value)) {
                return choice;
            }
        }
        throw new TypeConversionException(
                "expected one of "
                        + Arrays.toString(choices).toLowerCase(Locale.ROOT)
                        + " but was '"
                        + value
                        + "'");
    }

    private static final class Plain implements ITypeConverter<PlainPolicy> {
        @Override
        public PlainPolicy convert(String value) {
            return choice(PlainPolicy.values(), value);
        }
    }

    private static final class Limits implements ITypeConverter<LimitsPolicy> {
        @Override
        public LimitsPolicy convert(String value) {
            return choice(LimitsPolicy.values(), value);
        }
    }

    /// An address, or a name of this machine, never the empty string that Java takes for loopback.
    private static final class Address implements ITypeConverter<InetAddress> {
        @Override
        public InetAddress convert(String value) throws UnknownHostException {
            if (value.isBlank()) {
                throw new TypeConversionException("expected an address");
            }
            return InetAddress.getByName(value);
        }
    }

    /// All choices, checked.
    ///
    /// @param home the folder that the defaults of files lie in
    /// @throws ParameterException where one is bad
    ServerConfig toConfig(Path home) {
        check(port >= 0 && port <= 65_535, "--port must be 0 to 65535");
        check(blockDuration >= 1, "--block-duration must be at least 1 second");
        check(timeout >= 0, "--timeout must not be negative");
        check(blockDuration <= MOST_SECONDS && timeout <= MOST_SECONDS, "that is too long");
        return new ServerConfig(
                port,
                Optional.ofNullable(bind),
                credentials == null ? home.resolve("credentials.txt") : credentials,
                data == null ? home.resolve("data") : data,
                Duration.ofSeconds(blockDuration),
                Duration.ofSeconds(timeout),
                plain,
                tlsFiles(),
                limits);
    }

    private Optional<TlsFiles> tlsFiles() {
        check((tlsCert == null) == (tlsKey == null), "--tls-cert and --tls-key go together");
        return tlsCert == null || tlsKey == null
                ? Optional.empty()
                : Optional.of(new TlsFiles(tlsCert, tlsKey));
    }

    private void check(boolean good, String otherwise) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), otherwise + ".");
        }
    }

    /// What is to be said to who asks for help or for the version.
    Optional<String> help() {
        CommandLine command = spec.commandLine();
        if (command.isUsageHelpRequested()) {
            return Optional.of(command.getUsageMessage());
        }
        return command.isVersionHelpRequested()
                ? Optional.of(String.join("\n", spec.version()) + "\n")
                : Optional.empty();
    }

    /// Whether the log tells more.
    boolean verbose() {
        return verbose;
    }

    /// The process that this server was started for: where it has gone, and nobody is signed in,
    /// the server ends.
    OptionalLong starter() {
        return whilePid == null ? OptionalLong.empty() : OptionalLong.of(whilePid);
    }
}
