package parley.desktop.mission;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;

import parley.desktop.Main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measures how long the login dialog takes: from the start of the process to the first frame that
/// was laid out, in a new process and over a new profile each time.
public final class FirstFrame {
    private static final String SHOWN = "shown";

    private FirstFrame() {}

    /// The desktop that is measured.
    ///
    /// @param arguments its profile's folder
    public static void main(String[] arguments) {
        Window.getWindows()
                .addListener(
                        (ListChangeListener<Window>)
                                _ -> Window.getWindows().forEach(FirstFrame::tellOfFirstFrame));
        Main.main(new String[] {"--data", arguments[0]});
    }

    private static void tellOfFirstFrame(Window window) {
        Scene scene = window.getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(() -> {
                System.out.println(SHOWN);
                Platform.exit();
                Runtime.getRuntime().halt(0);
            });
        }
    }

    /// Prints the median of so many starts.
    static void measure(int times) throws IOException {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            millis.add(once(Files.createTempDirectory("parley-first-frame")));
        }
        Collections.sort(millis);
        System.out.printf(
                "first frame of the login dialog: median %d ms of %s%n",
                millis.get(millis.size() / 2), millis);
    }

    private static long once(Path folder) throws IOException {
        long begin = System.nanoTime();
        Process process =
                OwnJava.program(FirstFrame.class, folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        process.destroyForcibly();
        if (!SHOWN.equals(line)) {
            throw new IOException("no frame came, but: " + line);
        }
        return millis;
    }
}
