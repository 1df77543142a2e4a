package parley.server.account;

import rocks.xmpp.precis.PrecisProfiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// How a password that somebody gives is compared with what stands in the credentials file: both as
/// PRECIS OpaqueString (RFC 8265) makes them, so that the way a keyboard composes an accent does
/// not matter, in a time that tells nothing. Stateless.
final class Passwords {
    private Passwords() {}

    /// The hash that this text of the file is, where it is one.
    static Optional<PasswordHash> hash(String written) {
        return PasswordHash.parse(written);
    }

    /// Whether the password is what this text, which is no hash, says.
    static boolean matches(String written, String given) {
        return MessageDigest.isEqual(bytes(prepare(written)), bytes(prepare(given)));
    }

    /// The form in which passwords are compared and hashed. What the profile refuses, as a tab in a
    /// password, stands for itself.
    static String prepare(String password) {
        try {
            return PrecisProfiles.OPAQUE_STRING.enforce(password);
        } catch (IllegalArgumentException refused) {
            return password;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
