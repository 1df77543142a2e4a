package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/// Somebody whose connection breaks, and who comes back. Serves one thread.
final class Line implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Cover.Dialling dialling;
    private final int port;
    private Socket raw;
    private Client client;

    /// Signs in.
    Line(String name, Cover.Dialling dialling, int port) throws IOException {
        this.name = name;
        this.dialling = dialling;
        this.port = port;
        this.raw = Client.dial(port);
        this.client = Client.over(name, dialling.over(raw));
        entered();
    }

    private void entered() throws IOException {
        Request.Login login =
                new Request.Login(
                        name,
                        new Request.Proof.Password("pw-" + name),
                        "",
                        true,
                        PresenceMode.NONE,
                        true,
                        Limits.PROTOCOL);
        assertThat(client.asks(login)).isInstanceOf(Reply.Welcome.class);
    }

    /// Signs in anew, also where the server has not noticed yet that the last connection is over.
    void comesBack() throws IOException {
        comesBack(PATIENCE);
    }

    /// Signs in anew.
    ///
    /// @param patience how long it waits for words, before the line counts as broken
    void comesBack(Duration patience) throws IOException {
        raw.close();
        raw = Client.dial(port);
        raw.setSoTimeout((int) patience.toMillis());
        client = Client.over(name, dialling.over(raw));
        entered();
    }

    Client client() {
        return client;
    }

    Reply asks(String id, Request request) throws IOException {
        return client.asks(id, request);
    }

    /// Sends, and reads until the connection ends, however that is.
    void sendsAndHearsNoMore(String id, Request request) {
        try {
            client.sends(id, request);
            client.hearsTheEnd();
        } catch (IOException broken) {
            assertThat(broken).isNotNull();
        }
    }

    /// Not by way of TLS, whose closing waits for the other side's.
    @Override
    public void close() throws IOException {
        raw.close();
    }
}
