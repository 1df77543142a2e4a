package parley.server.net;

import parley.wire.Connection;

/// Takes connections that were let in, TLS or plain being settled.
@FunctionalInterface
public interface Arrivals {
    /// Serves a connection until it has ended, and closes it. Runs on the connection's own virtual
    /// thread.
    void serve(Connection connection);
}
