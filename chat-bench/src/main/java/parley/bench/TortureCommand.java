package parley.bench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Kills a server again and again under load, and proves that nothing was lost or doubled.
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description = {
            "Kills a server at random moments while people write to each other through connections"
                    + " that are cut, stall and are taken over, starts it again on the same store,"
                    + " and so on; then reads everything back. Each acknowledged message must be"
                    + " there once and in order, for both, and the store must be sound.",
            "Ends with 0 where it is, with 1 where it is not; the folder is kept then. With 3"
                    + " where this machine does not allow what was asked for."
        })
final class TortureCommand implements Callable<Integer> {
    private static final int NOT_HERE = 3;

    /// Room for what a round writes, so that the disk is never full by itself.
    private static final int MEBIBYTES_A_ROUND = 1;

    private static final int MEBIBYTES = 64;

    @Option(names = "--rounds", description = "kills (default: ${DEFAULT-VALUE})")
    private int rounds = 20;

    @Option(names = "--seed", description = "what is done when (default: another each time)")
    private @Nullable Long seed;

    @Option(
            names = "--full-disk",
            description =
                    "in each round the disk fills up and has room again; takes the right to mount"
                            + " (root, or under unshare -rm)")
    private boolean fullDisk;

    @Option(
            names = "--jumping-clock",
            description = "in each round the clock jumps; takes libfaketime")
    private boolean jumpingClock;

    @Option(
            names = "--cut-power-by",
            paramLabel = "SCRIPT",
            description = "power goes in place of each kill, see chat-bench/power-loss.sh")
    private @Nullable Path cutPowerBy;

    @Mixin private UnderTest server = new UnderTest();

    @Option(
            names = "--admin",
            description = "the command that checks the store (default: ${DEFAULT-VALUE})")
    private List<String> admin = List.of("./parley", "admin");

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long chosen = seed == null ? System.nanoTime() : seed;
        say("seed " + chosen);
        Path folder = Files.createTempDirectory("parley-torture");
        long begin = System.nanoTime();
        boolean isWell;
        try (Torture torture =
                new Torture(server.command(), nemeses(), folder, chosen, this::say)) {
            List<String> findings = torture.run(rounds);
            findings.forEach(this::say);
            isWell =
                    torture.check(admin, this::say)
                            && findings.isEmpty()
                            && torture.hasHitOftenEnough();
            say("in all: " + torture.figures());
        } catch (Nemesis.NotHere lacking) {
            say(String.valueOf(lacking.getMessage()));
            return NOT_HERE;
        }
        say("%d s".formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
        if (isWell) {
            say("Nothing was lost, nothing doubled, nothing out of order.");
            Folders.delete(folder);
            return 0;
        }
        say("It failed with --seed " + chosen + "; what is left is in " + folder);
        return 1;
    }

    private List<Nemesis> nemeses() {
        List<Nemesis> nemeses = new ArrayList<>();
        if (fullDisk && cutPowerBy != null) {
            throw new ParameterException(
                    spec.commandLine(), "--full-disk and --cut-power-by need a disk each");
        }
        if (jumpingClock) {
            nemeses.add(new JumpingClock());
        }
        if (fullDisk) {
            nemeses.add(new FullDisk(MEBIBYTES + MEBIBYTES_A_ROUND * rounds));
        }
        if (cutPowerBy != null) {
            nemeses.add(new PowerCut(cutPowerBy.toAbsolutePath()));
        }
        return nemeses;
    }

    private void say(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }
}
