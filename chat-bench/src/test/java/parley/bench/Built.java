package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The commands that start what this build has made.
final class Built {
    private static final Path SERVER = Path.of("..", "chat-server", "target");

    private Built() {}

    static List<String> server() throws IOException {
        return program(serverJar(), "parley.server.Main");
    }

    static List<String> admin() throws IOException {
        return program(serverJar(), "parley.server.AdminMain");
    }

    /// Without windows, and saying back what is said to it.
    static List<String> desktop() {
        List<String> bench = program(System.getProperty("java.class.path"), "parley.bench.Main");
        return Stream.concat(bench.stream(), Stream.of("desktop")).toList();
    }

    private static String serverJar() throws IOException {
        try (Stream<Path> built = Files.list(SERVER)) {
            return built.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("build chat-server first"));
        }
    }

    private static List<String> program(String classPath, String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main);
    }
}
