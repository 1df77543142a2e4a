package parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// What befalls a server in each round of a torture, beside the kills. The torture's own thread
/// uses it.
interface Nemesis extends AutoCloseable {
    /// What it meets with.
    ///
    /// @param dice settles what it does when
    record Scene(
            ServerProcess server,
            Path data,
            SplittableRandom dice,
            Progress progress,
            Findings findings) {}

    /// Makes ready, before the first start.
    ///
    /// @param data the server's folder, empty
    /// @throws NotHere where this machine does not allow it
    void begin(Path data) throws IOException, InterruptedException;

    /// The command that starts the server so that it can be got at.
    ///
    /// @param server the one that starts it otherwise
    default List<String> command(List<String> server) {
        return server;
    }

    /// Does its harm to a server under load, and undoes it; notes what the server got wrong.
    default void strike(Scene scene) throws IOException, InterruptedException {}

    /// The server is about to be killed; it is under load.
    default void beforeKill(ServerProcess server) throws IOException, InterruptedException {}

    /// The server was killed.
    default void afterKill() throws IOException, InterruptedException {}

    /// What it did, in a few words.
    String figures();

    /// Leaves the machine as it was. The server has ended.
    @Override
    void close() throws IOException, InterruptedException;

    /// This machine lacks what it takes; the message says what that is.
    final class NotHere extends IOException {
        private static final long serialVersionUID = 1L;

        NotHere(String what) {
            super(what);
        }
    }
}
