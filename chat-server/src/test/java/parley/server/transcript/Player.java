package parley.server.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import parley.server.transcript.Netcat.Heard;
import parley.server.transcript.Turn.Act;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Plays a transcript against a server of its own: types what it says is typed, and fails where
/// something else is heard. Serves one thread.
final class Player implements AutoCloseable {
    private final Path credentials;
    private final Path folder;
    private final Likeness likeness = new Likeness();
    private final Map<String, Netcat> connections = new HashMap<>();
    private ServerProcess server;

    /// Starts the server that is played against, with its data in this folder.
    Player(Path credentials, Path folder) throws IOException {
        this.credentials = credentials;
        this.folder = folder;
        this.server = ServerProcess.start(credentials, folder);
    }

    /// Plays all turns; then nobody may have heard more than they say.
    void play(Transcript transcript) throws IOException, InterruptedException {
        for (Turn turn : transcript.turns()) {
            play(turn);
        }
        for (String who : connections.keySet()) {
            assertNothingWaits(who);
        }
    }

    private void play(Turn turn) throws IOException, InterruptedException {
        String who = turn.who();
        switch (turn.act()) {
            case Act.Connects() -> connections.put(who, Netcat.to(server.port()));
            case Act.HangsUp() -> close(who);
            case Act.IsHungUpOn() -> {
                assertThat(next(who))
                        .as("%s", turn)
                        .hasValueSatisfying(
                                heard -> assertThat(heard).isNotInstanceOf(Heard.Line.class));
                close(who);
            }
            case Act.Types(String line) -> connection(who).type(likeness.filled(line));
            case Act.Hears(String line) ->
                    assertThat(next(who))
                            .as("%s", turn)
                            .hasValueSatisfying(heard -> assertLike(line, heard));
            case Act.ServerEnds() -> server.close();
            case Act.ServerIsKilled() -> server.kill();
            case Act.ServerStarts() -> server = ServerProcess.start(credentials, folder);
        }
    }

    private void assertLike(String page, Heard heard) {
        assertThat(heard)
                .isInstanceOfSatisfying(
                        Heard.Line.class,
                        line ->
                                assertThat(line.text())
                                        .matches(text -> likeness.isLike(page, text), page));
    }

    private Netcat connection(String who) {
        Netcat connection = connections.get(who);
        if (connection == null) {
            throw new IllegalStateException(who + " is not connected");
        }
        return connection;
    }

    private Optional<Heard> next(String who) throws InterruptedException {
        return connection(who).next();
    }

    private void close(String who) throws IOException {
        connection(who).close();
        connections.remove(who);
    }

    /// Whatever was under way stands before the answer to a ping.
    private void assertNothingWaits(String who) throws IOException, InterruptedException {
        connection(who).type("{\"type\":\"ping\"}");

        assertThat(next(who))
                .as("what %s hears behind the last turn", who)
                .contains(new Heard.Line("{\"type\":\"pong\"}"));
    }

    @Override
    public void close() throws IOException {
        for (Netcat connection : connections.values()) {
            connection.close();
        }
        server.close();
    }
}
