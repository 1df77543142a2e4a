package parley.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A desktop without windows, a process of its own, which says back whatever is said to it.
record DesktopProcess(Process process) implements AutoCloseable {
    /// Starts it by this command, and waits until its user has signed in.
    ///
    /// @param profile the folder of its profile; beside it goes its log
    /// @throws IOException where its user is not let in
    static DesktopProcess start(
            List<String> command, int port, String user, String password, Path profile)
            throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--port", Integer.toString(port), "--profile", profile.toString()));
        whole.addAll(List.of("--user", user, "--password", password));
        Process process =
                new ProcessBuilder(whole)
                        .redirectError(
                                Redirect.appendTo(profile.resolveSibling("desktop.log").toFile()))
                        .start();
        String line = process.inputReader().readLine();
        if (!DesktopCommand.SIGNED_IN.equals(line)) {
            process.destroy();
            throw new IOException("the desktop did not start: " + line);
        }
        return new DesktopProcess(process);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        ServerProcess.end(process);
    }
}
