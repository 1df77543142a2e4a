package parley.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The credentials that come with the project, whose passwords everybody knows. A server that uses
/// one of them listens on loopback only, unless its operator says otherwise.
final class SampleCredentials {
    private static final String SAMPLE = "/parley/server/sample-credentials.txt";

    private SampleCredentials() {}

    /// Whether a line of the sample stands in this file.
    static boolean areIn(Path file) throws CannotStart {
        Set<String> sample = sample();
        try (Stream<String> lines = lines(Files.readAllBytes(file))) {
            return lines.anyMatch(sample::contains);
        } catch (IOException unreadable) {
            throw new CannotStart("The credentials file " + file + " can't be read.", unreadable);
        }
    }

    private static Set<String> sample() {
        try (InputStream in = SampleCredentials.class.getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new IllegalStateException("the sample is not in the program: " + SAMPLE);
            }
            return lines(in.readAllBytes()).collect(Collectors.toSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
