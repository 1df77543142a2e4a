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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Sends many messages at once and checks that each arrives once and in order.
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Users in a ring, each sending to the next; every message must arrive once and in"
                    + " order. Beside it runs a bare relay that keeps nothing, so that the ratio of"
                    + " the two says more than a figure of this machine.")
final class LoadCommand implements Callable<Integer> {
    @Option(names = "--senders", description = "users that send (default: ${DEFAULT-VALUE})")
    private int senders = 200;

    @Option(names = "--messages", description = "messages in all (default: ${DEFAULT-VALUE})")
    private int messages = 100_000;

    @Option(
            names = "--window",
            description = "unanswered messages of a user at most (default: ${DEFAULT-VALUE})")
    private int window = 16;

    @Option(names = "--bytes", description = "bytes of each text (default: ${DEFAULT-VALUE})")
    private int bytes = 100;

    @Option(
            names = "--rounds",
            description = "rounds; the first warms the servers up (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Mixin private UnderTest server = new UnderTest();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Load load = new Load(senders, messages / senders, window, bytes);
        Path folder = Files.createTempDirectory("parley-bench");
        Path credentials = load.writeCredentials(folder.resolve("credentials.txt"));
        try (BareRelay relay = BareRelay.start();
                ServerProcess parley =
                        server.start(credentials, Files.createDirectory(folder.resolve("data")))) {
            List<Figures> ours = new ArrayList<>();
            List<Figures> bare = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                bare.add(told(out, "bare relay", round, load.run(relay.port(), () -> 0)));
                ours.add(told(out, "parley", round, load.run(parley.port(), parley::cpuMillis)));
            }
            out.printf("parley: %d MiB resident at the end%n", parley.residentMebibytes());
            out.printf(
                    "ratio to the bare relay, best rounds: %.2f%n",
                    Figures.best(ours).perSecond() / Figures.best(bare).perSecond());
            out.flush();
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private static Figures told(PrintWriter out, String who, int round, Figures figures) {
        out.printf("%-10s round %d: %s%n", who, round, figures);
        out.flush();
        return figures;
    }
}
