package parley.bench;

import org.HdrHistogram.Histogram;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/// Sends a file from desktop to desktop, beside a bare copy of the same file.
@Command(
        name = "file",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a file in a private chat to a desktop without windows, a process of its own, and"
                + " copies the same file by plain Java over the same TLS to another process, in"
                + " turns. Tells both speeds and their ratio, how long a word said meanwhile takes"
                + " there and back, and what the two desktops hold of the memory.",
            "Ends with 1 where the ratio of the medians is below 0.7, or one of a hundred words"
                    + " takes longer than 100 ms."
        })
final class FileCommand implements Callable<Integer> {
    private static final String SENDER = "yoda";
    private static final String TAKER = "luke";
    private static final String PASSWORD = "do-or-do-not";
    private static final double LEAST_RATIO = 0.7;
    private static final Duration LONGEST_ECHO = Duration.ofMillis(100);
    private static final int MEBIBYTE = 1024 * 1024;

    @Option(names = "--mebibytes", description = "of the file (default: ${DEFAULT-VALUE})")
    private int mebibytes = 1_024;

    @Option(names = "--rounds", description = "of each (default: ${DEFAULT-VALUE})")
    private int rounds = 5;

    @Option(
            names = "--desktop",
            description = "the command that starts the desktop (default: ${DEFAULT-VALUE})")
    private List<String> desktop = List.of("./parley", "bench", "desktop");

    @Option(
            names = "--copy",
            description = "the command that starts the copy's end (default: ${DEFAULT-VALUE})")
    private List<String> copy = List.of("./parley", "bench", "copy");

    @Mixin private UnderTest server = new UnderTest();

    @Spec private CommandSpec spec;

    private final List<Duration> written = new ArrayList<>();
    private final List<Duration> kept = new ArrayList<>();
    private final List<Duration> sent = new ArrayList<>();
    private final List<Duration> echoes = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("parley-file");
        Path file = noise(folder.resolve("file"));
        Path credentials =
                Files.write(
                        folder.resolve("credentials.txt"),
                        List.of(SENDER + " " + PASSWORD, TAKER + " " + PASSWORD));
        try (ServerProcess present =
                        server.start(credentials, Files.createDirectory(folder.resolve("data")));
                DesktopProcess taker =
                        DesktopProcess.start(
                                desktop, present.port(), TAKER, PASSWORD, folder.resolve(TAKER));
                Courier sender =
                        Courier.signedIn(
                                SENDER, PASSWORD, folder.resolve(SENDER), present.port(), TAKER);
                BareCopy bare = new BareCopy(copy, folder)) {
            // The first of each is for warmth.
            for (int round = 0; round <= rounds; round++) {
                round(round, file, folder.resolve(DesktopCommand.INBOX), bare, sender, taker.pid());
            }
        } finally {
            Folders.delete(folder);
        }
        return judge();
    }

    private Path noise(Path file) throws IOException {
        byte[] bytes = new byte[MEBIBYTE];
        Random random = new Random(mebibytes);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
        }
        return file;
    }

    private void round(
            int round, Path file, Path inbox, BareCopy bare, Courier sender, long takerPid)
            throws IOException, InterruptedException {
        Duration plain = bare.send(file, BareCopy.Until.WRITTEN);
        Duration down = bare.send(file, BareCopy.Until.ON_THE_DISK);
        Courier.Delivery delivery;
        Memory memory;
        try (Watch here = Watch.over(ProcessHandle.current().pid());
                Watch there = Watch.over(takerPid)) {
            delivery = sender.send(file);
            memory = new Memory(here.seen(), there.seen());
        }
        Files.delete(inbox.resolve(file.getFileName()));
        say(
                "%s: bare copy %s, down to the disk %s; Parley %s; %s; %s"
                        .formatted(
                                round == 0 ? "for warmth" : "round " + round,
                                speed(plain),
                                speed(down),
                                speed(delivery.time()),
                                times(delivery.echoes()),
                                memory));
        if (round > 0) {
            written.add(plain);
            kept.add(down);
            sent.add(delivery.time());
            echoes.add(Duration.ofNanos(delivery.echoes().getValueAtPercentile(99)));
        }
    }

    private static String times(Histogram echoes) {
        return "echo p50 %.1f p99 %.1f longest %.1f ms"
                .formatted(
                        echoes.getValueAtPercentile(50) / 1e6,
                        echoes.getValueAtPercentile(99) / 1e6,
                        echoes.getMaxValue() / 1e6);
    }

    /// What the two desktops held of the memory.
    private record Memory(Watch.Seen sender, Watch.Seen taker) {
        @Override
        public String toString() {
            return "resident: sender %s, taker %s MiB".formatted(sender, taker);
        }
    }

    private String speed(Duration time) {
        double seconds = time.toNanos() / 1e9;
        return "%.2f s (%.0f MiB/s)".formatted(seconds, mebibytes / seconds);
    }

    private int judge() {
        double ratio = ratioTo(written);
        say(
                "medians: bare copy %s, down to the disk %s, Parley %s; ratio %.2f, to the latter %.2f"
                        .formatted(
                                speed(median(written)),
                                speed(median(kept)),
                                speed(median(sent)),
                                ratio,
                                ratioTo(kept)));
        return ratio < LEAST_RATIO || median(echoes).compareTo(LONGEST_ECHO) > 0 ? 1 : 0;
    }

    private double ratioTo(List<Duration> copies) {
        return (double) median(copies).toNanos() / median(sent).toNanos();
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted(Comparator.naturalOrder()).toList().get(times.size() / 2);
    }

    private void say(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }
}
