package parley.desktop.peer.disk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What tells one content from another.
final class Checksums {
    private Checksums() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
