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
import java.util.concurrent.Callable;

/// Has two people talk while others do the server harm.
@Command(
        name = "abuse",
        mixinStandardHelpOptions = true,
        description =
                "Two users talk, 50 messages a second each way, while others do the server harm in"
                    + " each of the known ways. Every message must arrive once and in order, 99 of"
                    + " 100 within 250 ms. At last somebody comes back to many waiting messages,"
                    + " and must get them all.")
final class AbuseCommand implements Callable<Integer> {
    private static final Duration PACE = Duration.ofMillis(20);
    private static final long LONGEST_MILLIS = 250;

    @Option(
            names = "--seconds",
            description = "how long each kind lasts (default: ${DEFAULT-VALUE})")
    private int seconds = 20;

    @Option(
            names = "--waiting",
            description = "messages that somebody comes back to (default: ${DEFAULT-VALUE})")
    private int waiting = 200_000;

    @Mixin private UnderTest server = new UnderTest();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Load talk = new Load(2, (int) (seconds * 1_000L / PACE.toMillis()), 16, 100);
        Load everybody = new Load(Abuse.Scale.WHOLE.users(), 0, 1, 100);
        Path folder = Files.createTempDirectory("parley-bench");
        Path credentials = everybody.writeCredentials(folder.resolve("credentials.txt"));
        boolean fine = true;
        try {
            for (Abuse.Kind kind : Abuse.Kind.values()) {
                Path data = Files.createDirectory(folder.resolve(kind.name()));
                try (ServerProcess parley = server.startLimited(credentials, data);
                        Abuse abuse = Abuse.begin(kind, parley.port(), Abuse.Scale.WHOLE)) {
                    Figures figures = talk.run(parley.port(), parley::cpuMillis, PACE);
                    boolean inTime =
                            figures.arrivals().getValueAtPercentile(99) / 1_000_000
                                    < LONGEST_MILLIS;
                    out.printf(
                            "%-12s %,9d deeds; %s; server %d MiB%s%n",
                            kind,
                            abuse.deeds(),
                            figures,
                            parley.residentMebibytes(),
                            inTime ? "" : "; TOO LATE");
                    out.flush();
                    fine &= inTime;
                }
            }
            comeBack(out, credentials, Files.createDirectory(folder.resolve("back")));
        } finally {
            Folders.delete(folder);
        }
        return fine ? 0 : 1;
    }

    private void comeBack(PrintWriter out, Path credentials, Path data)
            throws IOException, InterruptedException {
        try (ServerProcess parley = server.start(credentials, data)) {
            Duration took = Load.comeBackTo(waiting, parley.port());
            out.printf(
                    "came back to %,d waiting messages: all there, once and in order, after %.1f s;"
                            + " server %d MiB%n",
                    waiting, took.toMillis() / 1_000.0, parley.residentMebibytes());
            out.flush();
        }
    }
}
