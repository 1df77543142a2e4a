package parley.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// Runs a server and a desktop for a day in short, and looks whether they grow.
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "A day in short on one server and one desktop without windows: people write to each"
                + " other, to the desktop and to everyone, sign in and out, and have private chats"
                + " with the desktop. Everything must arrive once and in order. After each tenth of"
                + " it both are told to collect, and their heap and resident memory are noted.",
            "Ends with 1 where a later figure is more than two hundredths above the first."
        })
final class SoakCommand implements Callable<Integer> {
    private static final int TENTHS = 10;
    private static final double MOST_PERCENT = 2;

    @Option(names = "--minutes", description = "how long it takes (default: ${DEFAULT-VALUE})")
    private double minutes = 30;

    @Option(names = "--messages", description = "messages in all (default: ${DEFAULT-VALUE})")
    private int messages = 1_000_000;

    @Option(names = "--sign-ins", description = "sign-ins in all (default: ${DEFAULT-VALUE})")
    private int signIns = 5_000;

    @Option(
            names = "--private-chats",
            description = "private chats in all (default: ${DEFAULT-VALUE})")
    private int privateChats = 200;

    @Option(
            names = "--people",
            description = "users who are there at the same time (default: ${DEFAULT-VALUE})")
    private int people = 100;

    @Option(
            names = "--desktop",
            description = "the command that starts the desktop (default: ${DEFAULT-VALUE})")
    private List<String> desktop = List.of("./parley", "bench", "desktop");

    @Mixin private UnderTest server = new UnderTest();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Duration time = Duration.ofMillis(Math.round(minutes * 60_000));
        Day day = new Day(time, TENTHS, messages, signIns, privateChats, people);
        Path folder = Files.createTempDirectory("parley-soak");
        Growth growth;
        try (Soak soak = new Soak(day, new Soak.Programs(server.command(), desktop), folder)) {
            growth = soak.run(this::say);
        }
        Folders.delete(folder);
        say(growth.toString());
        say(
                "%,d messages, %,d sign-ins, %,d private chats: each arrived once and in order."
                        .formatted(
                                (long) TENTHS * day.messagesOfPart(),
                                day.allSignIns(),
                                privateChats));
        boolean grows = growth.percents().stream().anyMatch(percent -> percent > MOST_PERCENT);
        say(grows ? "It grows." : "Nothing grows by more than two hundredths.");
        return grows ? 1 : 0;
    }

    private void say(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }
}
