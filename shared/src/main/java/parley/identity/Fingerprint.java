package parley.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// The SHA-256 of a public key in its SubjectPublicKeyInfo form (RFC 5280): what is announced,
/// pinned and compared. A value.
///
/// @param wire base64url without padding (RFC 4648), 43 characters
public record Fingerprint(String wire) {
    private static final int BYTES = 32;

    /// The fingerprint of this key.
    public static Fingerprint of(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new Fingerprint(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The fingerprint of the key that the other side of this session has shown, which TLS has
    /// proven that it holds; nothing where it has shown none.
    public static Optional<Fingerprint> ofPeer(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return Optional.of(of(chain[0].getPublicKey()));
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    /// What people read to each other: 16 groups of four hexadecimal digits.
    public String forPeople() {
        String digits = HexFormat.of().withUpperCase().formatHex(bytes());
        StringBuilder groups = new StringBuilder(digits.substring(0, 4));
        for (int i = 4; i < 2 * BYTES; i += 4) {
            groups.append(' ').append(digits, i, i + 4);
        }
        return groups.toString();
    }

    /// The 32 bytes themselves.
    byte[] bytes() {
        return Base64.getUrlDecoder().decode(wire);
    }

    @Override
    public String toString() {
        return wire;
    }
}
