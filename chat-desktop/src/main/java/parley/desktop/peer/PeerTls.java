package parley.desktop.peer;

import java.io.IOException;
import java.net.Socket;

import javax.net.ssl.SSLSocket;

/// TLS 1.3 as peers speak it: both show a certificate of their own, ALPN `parley-private/1`, no
/// resumption. Any thread may use it.
public interface PeerTls {
    /// Base64url of the SHA-256 of this desktop's own public key.
    String key();

    /// The client's side over a connection that was dialled; the handshake is still to come.
    SSLSocket overDialled(Socket raw) throws IOException;

    /// The server's side over a connection that was accepted; the handshake is still to come.
    SSLSocket overAccepted(Socket raw) throws IOException;

    /// Whose key the socket is tied to, read from the socket itself after its handshake.
    ///
    /// @throws IOException where there is none, or no Parley is on the other side
    String peerKey(SSLSocket shaken) throws IOException;
}
