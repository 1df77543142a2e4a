package parley.server;

import org.jspecify.annotations.Nullable;

import parley.server.admin.AdminCall;
import parley.server.storage.SearchCheck;
import parley.server.storage.StoreCheck;
import parley.server.storage.StoreFolder;
import parley.server.storage.StoreUnavailable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program `parley admin`: looks after what a server keeps, whether it runs or not. Ends with 0
/// when all is well, 1 where it is not or something could not be done, 2 after bad options.
@Command(
        name = "parley admin",
        description = "Looks after a server's data.",
        mixinStandardHelpOptions = true,
        version = "Parley 1.0",
        synopsisSubcommandLabel = "check | backup FILE | restore FILE")
public final class AdminMain {
    private static final int NOT_WELL = 1;

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description = "What the server keeps (default: data beside ./parley).")
    private @Nullable Path data;

    /// Runs a command.
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), arguments));
    }

    /// Runs a command, and returns what the program ends with.
    static int run(PrintWriter out, String... arguments) {
        CommandLine line = new CommandLine(new AdminMain());
        line.setOut(out);
        line.setExecutionExceptionHandler((failed, command, _) -> complain(command, failed));
        return line.execute(arguments);
    }

    private static int complain(CommandLine command, Exception failed) throws Exception {
        return switch (failed) {
            case IOException e -> say(command, e);
            case CannotStart e -> say(command, e);
            case StoreUnavailable e -> say(command, e);
            default -> throw failed;
        };
    }

    private static int say(CommandLine command, Exception why) {
        command.getErr().println(why.getMessage());
        return NOT_WELL;
    }

    private StoreFolder folder() {
        Path ours = Path.of(System.getProperty("parley.home", "")).resolve("data");
        return new StoreFolder(data == null ? ours : data);
    }

    private StoreFolder store() throws CannotStart {
        StoreFolder store = folder();
        if (!Files.exists(store.file())) {
            throw new CannotStart(
                    "There is no store in "
                            + store.path()
                            + "; name the folder that the server keeps its data in with --data.");
        }
        return store;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads the whole store and compares everything with the log of messages.")
    int check() throws CannotStart {
        Path file = store().file();
        StoreCheck.Report report = StoreCheck.of(file);
        report.findings().forEach(out()::println);
        out().println(summary(report, file));
        return report.isSound() && wordsFit(file) ? 0 : NOT_WELL;
    }

    private boolean wordsFit(Path store) {
        List<String> findings = SearchCheck.of(store);
        findings.forEach(out()::println);
        if (!findings.isEmpty()) {
            out().println(
                            "The index of words does not fit. Delete "
                                    + SearchCheck.indexOf(store)
                                    + " while no server runs: the next start makes it anew.");
        }
        return findings.isEmpty();
    }

    private static String summary(StoreCheck.Report report, Path file) {
        String what =
                "%,d messages in Everyone and %,d chats of two"
                        .formatted(report.messages(), report.chats());
        return report.isSound()
                ? file + " is sound: " + what + "."
                : file + " is damaged, see above: " + what + ".";
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description =
                    "Copies the store to a file, while the server runs or not, and checks it.")
    int backup(@Parameters(paramLabel = "FILE", description = "Must not be there yet.") Path file)
            throws CannotStart, IOException {
        StoreFolder store = store();
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new CannotStart(target + " is there already; name another file.");
        }
        if (AdminCall.answers(store.path())) {
            AdminCall.backup(store.path(), target);
        } else {
            try (DataFolder _ = DataFolder.open(store.path())) {
                store.copyTo(target);
            }
        }
        StoreCheck.Report report = StoreCheck.of(target);
        report.findings().forEach(out()::println);
        out().println(summary(report, target));
        return report.isSound() ? 0 : NOT_WELL;
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = {
                "Puts a backup in the store's place while no server runs. What was there is kept"
                        + " beside it."
            })
    int restore(@Parameters(paramLabel = "FILE", description = "A backup.") Path file)
            throws CannotStart, IOException {
        StoreFolder store = folder();
        if (!Files.exists(file)) {
            throw new CannotStart(file + " is not there.");
        }
        StoreCheck.Report report = StoreCheck.of(file);
        if (!report.isSound()) {
            report.findings().forEach(out()::println);
            throw new CannotStart(file + " is damaged, see above; nothing was changed.");
        }
        try (DataFolder _ = DataFolder.open(store.path())) {
            store.replaceBy(file).ifPresent(old -> out().println("What was there is in " + old));
        }
        out().println(summary(report, store.file()));
        return 0;
    }
}
