package parley.desktop.mission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Programs of this class path as processes of their own, as the `parley` script starts them.
public final class OwnJava {
    private OwnJava() {}

    /// A program, not started yet.
    public static ProcessBuilder program(Class<?> main, String... arguments) {
        return program(main.getName(), arguments);
    }

    /// A program, not started yet.
    public static ProcessBuilder program(String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-DisplayVMOutput",
                        "-XX:CompilerDirectivesFile=compilers.json",
                        "--enable-native-access=ALL-UNNAMED"));
        for (String property : List.of("glass.platform", "prism.order", "testfx.robot")) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
