package parley.server.net;

import java.net.InetAddress;

import javax.net.ssl.SSLSocketFactory;

/// What the acceptor lets through: who may speak plain, and how TLS is spoken.
///
/// @param tls makes the server's side of TLS
public record Door(Plain plain, SSLSocketFactory tls) {
    /// Who may speak without TLS.
    public enum Plain {
        ALWAYS,
        LOOPBACK,
        NEVER
    }

    boolean takesPlain(InetAddress from) {
        return switch (plain) {
            case ALWAYS -> true;
            case LOOPBACK -> from.isLoopbackAddress();
            case NEVER -> false;
        };
    }
}
