package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Programs of the system that are run to their end.
final class Command {
    private Command() {}

    /// Runs it.
    ///
    /// @throws IOException where it cannot be run or fails, with what it said
    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(List.of(command) + " ended with " + code + ": " + said);
        }
    }
}
