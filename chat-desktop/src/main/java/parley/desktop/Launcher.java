package parley.desktop;

import parley.desktop.launch.LocalServer;
import parley.desktop.launch.LocalServer.Answer;
import parley.desktop.net.ServerAddress;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// What `./parley` alone runs: a server on this computer's loopback, unless one answers already,
/// and the desktop on its login dialog.
@Command(
        name = "parley",
        description = "A server on this computer, unless one is there already, and the desktop.",
        footer = "%nOther commands: parley server, parley desktop, each with --help.",
        mixinStandardHelpOptions = true,
        version = "Parley 1.0")
public final class Launcher implements Callable<Integer> {
    @Mixin private Options options = new Options();
    @Spec private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7331",
            description = "Where the server listens (default: ${DEFAULT-VALUE}).")
    private int port;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Launcher()).execute(arguments));
    }

    @Override
    public Integer call() {
        Prefilled typed = options.prefilled();
        return Program.run(
                options.profileFolder(),
                this::serverIsThere,
                () -> atLocal(typed),
                spec.commandLine().getErr());
    }

    private Prefilled atLocal(Prefilled typed) {
        String local = new ServerAddress("localhost", port).toString();
        return new Prefilled(typed.server().or(() -> Optional.of(local)), typed.user());
    }

    private void serverIsThere() throws CannotStart {
        try {
            if (answer() == Answer.NOBODY) {
                port = new LocalServer(Path.of(System.getProperty("parley.home", "."))).start(port);
            }
        } catch (IOException failed) {
            throw new CannotStart(String.valueOf(failed.getMessage()), failed);
        }
    }

    private Answer answer() throws IOException, CannotStart {
        Answer answer = LocalServer.whoAnswersAt(port);
        if (answer == Answer.SOMETHING_ELSE) {
            throw new CannotStart(
                    "Something other than Parley answers on port "
                            + port
                            + ". Choose another: ./parley --port 7332");
        }
        return answer;
    }
}
