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

/// Fills a store through a server, kills the server, and measures how long the next one takes.
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description =
                "Fills a store by users in a ring, kills the server, and"
                        + " tells how long the next one takes until it listens. An empty store is"
                        + " started beside it.")
final class StartCommand implements Callable<Integer> {
    @Option(names = "--senders", description = "users that send (default: ${DEFAULT-VALUE})")
    private int senders = 200;

    @Option(names = "--messages", description = "messages in all (default: ${DEFAULT-VALUE})")
    private int messages = 10_000_000;

    @Option(
            names = "--times",
            description = "starts, each after a kill (default: ${DEFAULT-VALUE})")
    private int times = 3;

    @Mixin private UnderTest server = new UnderTest();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("parley-bench");
        Load load = new Load(senders, messages / senders, 16, 100);
        Path credentials = load.writeCredentials(folder.resolve("credentials.txt"));
        Path full = Files.createDirectory(folder.resolve("full"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        try {
            try (ServerProcess first = server.start(credentials, full)) {
                out.printf("filled: %s%n", load.run(first.port(), first::cpuMillis));
                out.flush();
                first.kill();
            }
            for (int time = 1; time <= times; time++) {
                out.printf(
                        "start %d: %,d ms; of an empty store %,d ms%n",
                        time, start(credentials, full), start(credentials, empty));
                out.flush();
            }
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private long start(Path credentials, Path data) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (ServerProcess process = server.start(credentials, data)) {
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            process.kill();
            return millis;
        }
    }
}
