package parley.desktop.net;

import parley.identity.Fingerprint;
import parley.identity.TlsContexts;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

import javax.net.ssl.SSLSocket;

/// Asks a server for its key where the line to it is plain, as it is within one machine: by a
/// handshake on the same port, and nothing else. Whoever answers there is believed.
public final class KeyProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private KeyProbe() {}

    /// The key of the server at this address. Waits for it, ten seconds at most.
    ///
    /// @throws IOException where nobody answers, or without TLS
    public static Fingerprint ask(ServerAddress server) throws IOException {
        try (Socket raw = new Socket()) {
            raw.connect(
                    new InetSocketAddress(server.host(), server.port()), (int) PATIENCE.toMillis());
            raw.setSoTimeout((int) PATIENCE.toMillis());
            SSLSocket talk =
                    TlsContexts.towardsAnyServer().callServer(raw, server.host(), server.port());
            talk.startHandshake();
            return Fingerprint.ofPeer(talk.getSession())
                    .orElseThrow(() -> new IOException("the server has shown no key"));
        }
    }
}
