package parley.desktop.hosts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Programs of the system that are run to their end.
final class Command {
    private Command() {}

    /// Runs it.
    ///
    /// @return what it wrote
    static String run(String... command) {
        return runWith("", command);
    }

    /// Runs it with this on its standard input.
    ///
    /// @return what it wrote
    static String runWith(String input, String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(input);
            }
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + " " + input + ": " + said);
            }
            return said;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(String.join(" ", command), failed);
        }
    }

    /// Whether it can be run, and ends well.
    static boolean works(String... command) {
        try {
            run(command);
            return true;
        } catch (IllegalStateException failed) {
            return false;
        }
    }
}
