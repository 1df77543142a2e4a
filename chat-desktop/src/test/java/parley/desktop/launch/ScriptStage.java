package parley.desktop.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A folder that looks to `./parley` like the project, with a JDK and a Maven that only tell how
/// they were called. On its PATH stand exactly the tools that the script may use.
final class ScriptStage {
    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "awk",
                    "cat",
                    "cmp",
                    "dirname",
                    "find",
                    "head",
                    "ls",
                    "mkdir",
                    "mv",
                    "paste",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "touch",
                    "uname");
    private static final List<String> MODULES = List.of("shared", "chat-server", "chat-desktop");
    private static final String JAVA =
            """
            #!/bin/sh
            echo "in $PWD: $*"
            exit 7
            """;

    /// Builds what it is told to, and waits before it does while there is a file `hold`.
    private static final String MAVEN =
            """
            #!/bin/sh
            if [ "$1" = --version ]; then echo "Apache Maven VERSION (x)"; exit 0; fi
            echo "$*" >> "ROOT/mvn.log"
            while [ -e "ROOT/hold" ]; do sleep 0.02; done
            [ ! -e "ROOT/broken" ] || { echo "[ERROR] it does not compile"; exit 1; }
            for m in shared chat-server chat-desktop; do
                echo "[INFO] Building Parley $m 1.0.0-SNAPSHOT     [1/3]"
                mkdir -p "ROOT/$m/target/lib"
                echo "$m" > "ROOT/$m/target/$m-1.jar"
                echo shared > "ROOT/$m/target/lib/shared-1.jar"
                touch "ROOT/$m/target/built"
            done
            """;

    private final Path root;
    private final Path programs;

    /// How a run of the script ended.
    record Run(int code, String out, String err) {}

    ScriptStage(Path folder) throws IOException {
        root = Files.createDirectory(folder.resolve("a project"));
        programs = Files.createDirectory(folder.resolve("bin"));
        Files.copy(Path.of("..", "parley"), script(), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(root.resolve("pom.xml"), "");
        for (String module : MODULES) {
            Path sources = Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.writeString(sources.resolve("A.java"), "");
            Files.writeString(root.resolve(module).resolve("pom.xml"), "");
        }
        giveTools();
        program(jdk().resolve("bin/javac"), "");
        program(jdk().resolve("bin/java"), JAVA);
        Files.writeString(jdk().resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        installMaven("3.8.7");
    }

    private void giveTools() throws IOException {
        for (String tool : TOOLS) {
            for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
                Path there = Path.of(folder, tool);
                if (Files.isExecutable(there)) {
                    program(programs.resolve(tool), "#!/bin/sh\nexec " + there + " \"$@\"\n");
                    break;
                }
            }
        }
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    void installMaven(String version) throws IOException {
        program(
                programs.resolve("mvn"),
                MAVEN.replace("VERSION", version).replace("ROOT", root.toString()));
    }

    void uninstallMaven() throws IOException {
        Files.delete(programs.resolve("mvn"));
    }

    Path script() {
        return root.resolve("parley");
    }

    private Path jdk() {
        return root.resolveSibling("a jdk");
    }

    Path file(String path) {
        return root.resolve(path);
    }

    /// This file or folder was changed a minute from now, whatever a file system's clock can tell
    /// apart.
    void touch(String path) throws IOException {
        Files.setLastModifiedTime(file(path), FileTime.from(Instant.now().plusSeconds(60)));
    }

    /// How often Maven was asked to build.
    int builds() throws IOException {
        Path log = file("mvn.log");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(root, script(), arguments);
    }

    Run run(Path folder, Path script, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(folder, script, arguments);
        byte[] out = process.getInputStream().readAllBytes();
        byte[] err = process.getErrorStream().readAllBytes();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the script does not end");
        }
        return new Run(process.exitValue(), text(out), text(err));
    }

    Process start(Path folder, Path script, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(script.toString()).directory(folder.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("JAVA_HOME", jdk().toString());
        builder.environment().remove("PARLEY_JAVA_OPTIONS");
        return builder.start();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
