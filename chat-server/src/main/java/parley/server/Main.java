package parley.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.ParameterException;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// The program `parley server`. Ends with 0 when it was asked to end, 1 where it cannot start, 2
/// after bad options. Says one line on standard output, when it takes connections; all else goes to
/// standard error.
public final class Main {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int CANNOT_START = 1;
    private static final int BAD_OPTIONS = 2;

    private Main() {}

    /// Runs the server until a signal ends it.
    public static void main(String[] args) {
        PrintStream out = System.out;
        System.setOut(System.err);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, fault) -> LOG.error("a thread failed name={}", thread.getName(), fault));
        int code = run(args, out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(args);
            Optional<String> help = options.help();
            if (help.isPresent()) {
                out.print(help.get());
                return 0;
            }
            return serve(options, out, err);
        } catch (ParameterException bad) {
            err.println(sentence(bad.getMessage()) + " See ./parley server --help.");
            return BAD_OPTIONS;
        }
    }

    private static String sentence(@Nullable String said) {
        String text = String.valueOf(said);
        return text.endsWith(".") ? text : text + ".";
    }

    private static int serve(Options options, PrintStream out, PrintStream err) {
        ServerConfig config = options.toConfig(Path.of(System.getProperty("parley.home", "")));
        if (options.verbose()) {
            ((Logger) LoggerFactory.getLogger("parley")).setLevel(Level.DEBUG);
        }
        try {
            ChatServer server = ChatServer.start(config);
            Shutdown.onSignal(server);
            Shutdown.whenBroken(server, err);
            options.starter().ifPresent(pid -> Starter.watch(pid, server));
            out.println("listening on " + server.port());
            out.flush();
            return 0;
        } catch (CannotStart why) {
            err.println(why.getMessage());
            return CANNOT_START;
        }
    }
}
