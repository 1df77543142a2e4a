package parley.server;

import parley.identity.Fingerprint;
import parley.identity.Identity;
import parley.identity.ServerTrust;
import parley.identity.TlsContexts;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;

/// How a connection is protected.
enum Cover {
    PLAIN,
    TLS;

    /// What makes of a TCP connection one to the server that lives in this folder.
    interface Dialling {
        Socket over(Socket raw) throws IOException;
    }

    Dialling dialling(Path folder) throws IOException {
        return switch (this) {
            case PLAIN -> raw -> raw;
            case TLS -> {
                Fingerprint key = Identity.ofServer(folder.resolve("data")).fingerprint();
                TlsContexts tls = TlsContexts.towardsServer(ServerTrust.withPin(Optional.of(key)));
                yield raw -> tls.callServer(raw, "localhost", raw.getPort());
            }
        };
    }
}
