package parley.bench;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Rounds on one store. In each, a server starts, people write and hear through connections that
/// are cut, stall and are taken over, and the server is killed at some moment; in some it is killed
/// while it starts, or asked to end by SIGTERM, too. Before a kill another [Nemesis] may strike. In
/// the end everything is read back.
///
/// The seed settles what is done and after how many answers; at which instruction that falls the
/// machine settles. So the same seed means the same plan, not the same run.
final class Torture implements AutoCloseable {
    private static final int PAIRS = 3;
    private static final int MOST_ANSWERS = 300;
    private static final int OFTEN = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MORE = Duration.ofMillis(4);
    private static final Duration WHILE_STARTING = Duration.ofMillis(1_500);

    private final List<String> server;
    private final List<Nemesis> nemeses;
    private final SplittableRandom dice;
    private final Consumer<String> told;
    private final Path data;
    private final Path credentials;
    private final Findings findings = new Findings();
    private final Progress progress = new Progress();
    private final Whereabouts whereabouts = new Whereabouts();
    private final Crowd crowd;
    private int kills;
    private int killsWithUnanswered;
    private long unanswered;
    private int killsWhileStarting;
    private int terminations;

    /// @param server the command that starts the server
    /// @param nemeses what befalls it beside kills
    /// @param folder where the store goes, with all that is left to look at
    /// @param told hears a sentence from time to time
    Torture(
            List<String> server,
            List<Nemesis> nemeses,
            Path folder,
            long seed,
            Consumer<String> told)
            throws IOException {
        this.server = List.copyOf(server);
        this.nemeses = List.copyOf(nemeses);
        this.dice = new SplittableRandom(seed);
        this.told = told;
        this.data = Files.createDirectory(folder.resolve("data"));
        this.crowd = new Crowd(PAIRS, dice.split(), whereabouts, progress, findings);
        this.credentials = crowd.writeCredentials(folder.resolve("credentials.txt"));
    }

    /// Goes through so many rounds, and checks everything.
    ///
    /// @return what was found to be wrong; nothing where all is well
    /// @throws Nemesis.NotHere where this machine does not allow what shall befall the server
    List<String> run(int rounds) throws IOException, InterruptedException {
        for (Nemesis nemesis : nemeses) {
            nemesis.begin(data);
        }
        crowd.begin();
        for (int round = 1; round <= rounds && findings.isEmpty(); round++) {
            round(dice.split());
            if (round % 25 == 0 || round == rounds) {
                told.accept("round " + round + ": " + figures());
            }
        }
        try (ServerProcess last = start()) {
            crowd.comeToRest();
            if (findings.isEmpty()) {
                crowd.check(last.port());
            }
            end(last);
        }
        return findings.all();
    }

    private void round(SplittableRandom round) throws IOException, InterruptedException {
        if (round.nextInt(OFTEN) == 0) {
            killsWhileStarting++;
            Duration later = Duration.ofNanos(round.nextLong(WHILE_STARTING.toNanos()));
            ServerProcess.startAndKill(command(), credentials, data, later);
        }
        if (round.nextInt(OFTEN) == 0) {
            try (ServerProcess process = start()) {
                awaitSomeMoment(round);
                terminations++;
                end(process);
            }
        }
        try (ServerProcess process = start()) {
            awaitSomeMoment(round);
            strike(process, round);
            kill(process);
        }
    }

    private List<String> command() {
        List<String> command = server;
        for (Nemesis nemesis : nemeses) {
            command = nemesis.command(command);
        }
        return command;
    }

    private ServerProcess start() throws IOException {
        ServerProcess process = ServerProcess.start(command(), credentials, data);
        whereabouts.at(process.port());
        return process;
    }

    private void awaitSomeMoment(SplittableRandom round) throws InterruptedException {
        long answers = round.nextInt(MOST_ANSWERS);
        if (!progress.awaitMore(answers, PATIENCE)) {
            findings.add("not even %d answers came in a minute", answers);
        }
        LockSupport.parkNanos(round.nextLong(MORE.toNanos()));
    }

    private void strike(ServerProcess process, SplittableRandom round)
            throws IOException, InterruptedException {
        for (Nemesis nemesis : nemeses) {
            nemesis.strike(new Nemesis.Scene(process, data, round, progress, findings));
            awaitSomeMoment(round);
        }
    }

    private void kill(ServerProcess process) throws IOException, InterruptedException {
        progress.countLost();
        for (Nemesis nemesis : nemeses) {
            nemesis.beforeKill(process);
        }
        process.kill();
        for (Nemesis nemesis : nemeses) {
            nemesis.afterKill();
        }
        whereabouts.at(0);
        crowd.awaitSilence();
        int lost = progress.takeLost();
        kills++;
        killsWithUnanswered += lost > 0 ? 1 : 0;
        unanswered += lost;
    }

    private void end(ServerProcess process) throws IOException, InterruptedException {
        int code = process.terminate();
        whereabouts.at(0);
        crowd.awaitSilence();
        if (code != 0) {
            findings.add("the server ended with %d after SIGTERM", code);
        }
    }

    /// How far it has come, in a line.
    String figures() {
        return "%,d kills, %,d of them with %,d requests unanswered; %,d more while it started, %,d"
                        .formatted(
                                kills,
                                killsWithUnanswered,
                                unanswered,
                                killsWhileStarting,
                                terminations)
                + " SIGTERM; %,d letters, %,d asked again, %,d received again; %,d blocks"
                        .formatted(
                                crowd.letters(),
                                crowd.askedAgain(),
                                crowd.repeats(),
                                crowd.blocks())
                + nemeses.stream().map(each -> "; " + each.figures()).collect(joining());
    }

    /// Whether at least half of the kills fell while something was unanswered.
    boolean hasHitOftenEnough() {
        return 2 * killsWithUnanswered >= kills;
    }

    /// Checks the store by this command while no server runs.
    ///
    /// @param told hears what the command says
    /// @return whether it is sound
    boolean check(List<String> admin, Consumer<String> told)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(admin);
        command.addAll(List.of("check", "--data", data.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(told);
        }
        return process.waitFor() == 0;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        crowd.close();
        for (Nemesis nemesis : nemeses) {
            nemesis.close();
        }
    }
}
