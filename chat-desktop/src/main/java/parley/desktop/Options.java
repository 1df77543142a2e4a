package parley.desktop;

import org.jspecify.annotations.Nullable;

import parley.desktop.net.ServerAddress;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Optional;

/// What can be typed behind `./parley desktop`.
final class Options {
    private static final String PROFILE = "default";

    @Spec CommandSpec spec;

    @Option(
            names = "--server",
            paramLabel = "HOST[:PORT]",
            description = "The server that the login dialog begins with.")
    @Nullable String server;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The name that the login dialog begins with.")
    @Nullable String user;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "A desktop of its own, with its own data and key, so that several run side by"
                            + " side (default: default).")
    String profile = PROFILE;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where desktops keep their data, a folder a profile (default: the system's"
                            + " place for it).")
    @Nullable Path data;

    /// The profile's own folder.
    Path profileFolder() {
        if (!profile.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,63}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A profile is named by letters, digits, '.', '_', '-' and spaces: " + profile);
        }
        Path all = data == null ? ApplicationData.here() : data.toAbsolutePath();
        return all.resolve(profile);
    }

    /// What the login dialog begins with.
    Prefilled prefilled() {
        String written = server;
        if (written != null && ServerAddress.parse(written).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "A server is written HOST or HOST:PORT: " + written);
        }
        return new Prefilled(Optional.ofNullable(written), Optional.ofNullable(user));
    }
}
