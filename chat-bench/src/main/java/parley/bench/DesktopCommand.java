package parley.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// A desktop without windows as a process of its own, for a measurement to talk to.
@Command(
        name = "desktop",
        mixinStandardHelpOptions = true,
        hidden = true,
        description =
                "A desktop without windows, which says back whatever is said to it. It says"
                        + " 'signed in' when it is, and lives until its standard input ends.")
final class DesktopCommand implements Callable<Integer> {
    /// What it says on its standard output when it is there.
    static final String SIGNED_IN = "signed in";

    /// The folder for files, beside its profile.
    static final String INBOX = "received";

    @Option(
            names = "--port",
            required = true,
            description = "where the server listens, on loopback")
    private int port;

    @Option(names = "--user", required = true, description = "who signs in")
    private String user = "";

    @Option(names = "--password", required = true, description = "with this password")
    private String password = "";

    @Option(names = "--profile", required = true, description = "the folder of its profile")
    private Path profile = Path.of("");

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path inbox = Files.createDirectories(profile.resolveSibling(INBOX));
        Echo echo = new Echo(Desktop.name(user), inbox);
        try (Desktop _ = Desktop.signedIn(user, password, profile, port, echo)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(SIGNED_IN);
            out.flush();
            awaitEndOfInput();
        }
        return 0;
    }

    private static void awaitEndOfInput() throws IOException {
        int read = System.in.read();
        while (read != -1) {
            read = System.in.read();
        }
    }
}
