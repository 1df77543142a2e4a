package parley.server.net;

import parley.wire.Connection;

/// Takes connections that were let in, TLS or plain being settled.
@FunctionalInterface
public interface Arrivals {
    /// Serves a connection until it has ended, and closes it. Runs on the connection's own virtual
    /// thread.
    ///
    /// @param visit to be told when the connection signs in; one that has not done so 30 s after it
    ///   began sees the end of its stream
    void serve(Connection connection, Visit visit);
}
