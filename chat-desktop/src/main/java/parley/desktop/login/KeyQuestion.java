package parley.desktop.login;

import parley.desktop.net.ServerAddress;
import parley.identity.Fingerprint;

/// What a server's key asks of its user before anything is said to the server.
sealed interface KeyQuestion {
    /// Whose key it is.
    ServerAddress server();

    /// The key that the server showed.
    Fingerprint shown();

    /// No key of this server was ever met.
    record FirstSeen(ServerAddress server, Fingerprint shown) implements KeyQuestion {}

    /// Another key of this server is remembered.
    record Changed(ServerAddress server, Fingerprint known, Fingerprint shown)
            implements KeyQuestion {}
}
