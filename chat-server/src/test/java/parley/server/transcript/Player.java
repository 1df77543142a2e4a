package parley.server.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import parley.server.transcript.Netcat.Heard;
import parley.server.transcript.Turn.Act;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Plays a transcript: types what it says is typed, and fails where something else is heard. Serves
/// one thread.
final class Player implements AutoCloseable {
    private final int port;
    private final Likeness likeness = new Likeness();
    private final Map<String, Netcat> connections = new HashMap<>();

    /// A player against the server at this port of this machine.
    Player(int port) {
        this.port = port;
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
            case Act.Connects() -> connections.put(who, Netcat.to(port));
            case Act.HangsUp() -> close(who);
            case Act.IsHungUpOn() -> {
                assertThat(next(who)).as("%s", turn).contains(new Heard.End());
                close(who);
            }
            case Act.Types(String line) -> connection(who).type(likeness.filled(line));
            case Act.Hears(String line) ->
                    assertThat(next(who))
                            .as("%s", turn)
                            .hasValueSatisfying(heard -> assertLike(line, heard));
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
    }
}
