package parley.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The benchmark's command line.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures and tortures Parley on this machine, over loopback only.",
        subcommands = {
            LoadCommand.class,
            StartCommand.class,
            AbuseCommand.class,
            TortureCommand.class,
            SoakCommand.class,
            FileCommand.class,
            DesktopCommand.class,
            CopyCommand.class
        })
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
