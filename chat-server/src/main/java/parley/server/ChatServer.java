package parley.server;

/// The server, built from its parts.
public final class ChatServer implements AutoCloseable {
    private ChatServer() {}

    /// Builds and starts a server; when this returns it takes connections.
    ///
    /// @throws CannotStart for what its operator can mend
    public static ChatServer start(ServerConfig config) throws CannotStart {
        throw new CannotStart("not built yet: " + config);
    }

    /// The port that it listens on.
    public int port() {
        return 0;
    }

    /// How many users are signed in.
    public int signedIn() {
        return 0;
    }

    /// Tells every client `bye` `shutdown`, keeps what was accepted, and ends, all within 4 s.
    @Override
    public void close() {}
}
