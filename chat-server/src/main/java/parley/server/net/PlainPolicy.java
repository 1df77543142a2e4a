package parley.server.net;

import java.net.InetAddress;

/// Who may speak without TLS.
public enum PlainPolicy {
    ALWAYS,
    LOOPBACK,
    NEVER;

    /// Whether somebody who comes from there may.
    boolean allows(InetAddress from) {
        return switch (this) {
            case ALWAYS -> true;
            case LOOPBACK -> from.isLoopbackAddress();
            case NEVER -> false;
        };
    }
}
