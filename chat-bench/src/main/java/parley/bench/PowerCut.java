package parley.bench;

import java.io.IOException;
import java.nio.file.Path;

/// Power that goes at a random moment in place of each kill: what the system has not brought to the
/// disk is gone. A script does it, see `chat-bench/power-loss.sh`: it is given the server's folder
/// and one of the words `begin`, `cut`, `back` and `end`.
final class PowerCut implements Nemesis {
    private final Path script;
    private Path data = Path.of("");
    private boolean begun;
    private int times;

    PowerCut(Path script) {
        this.script = script;
    }

    @Override
    public void begin(Path folder) throws IOException, InterruptedException {
        data = folder.toAbsolutePath();
        try {
            run("begin");
        } catch (IOException refused) {
            throw new NotHere("Power cannot be cut here: " + refused.getMessage());
        }
        begun = true;
    }

    /// The server stands still first, as it would without power: else it might believe an fsync
    /// that the file system had begun when it was shut down, and that returns as if all were well.
    @Override
    public void beforeKill(ServerProcess server) throws IOException, InterruptedException {
        server.freeze();
        run("cut");
        times++;
    }

    @Override
    public void afterKill() throws IOException, InterruptedException {
        run("back");
    }

    private void run(String word) throws IOException, InterruptedException {
        Command.run(script.toString(), word, data.toString());
    }

    @Override
    public String figures() {
        return "%,d times the power went".formatted(times);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (begun) {
            run("end");
            begun = false;
        }
    }
}
