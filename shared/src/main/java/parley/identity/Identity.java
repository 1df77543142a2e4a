package parley.identity;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/// A long-lived key pair with its certificate: a desktop's, by which people know each other, or a
/// server's. Kept as one PEM file for its owner alone. A value.
public final class Identity {
    private static final String FILE = "identity.pem";
    private static final byte[] PROBE = {'p', 'a', 'r', 'l', 'e', 'y'};

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private Identity(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    static Identity of(PrivateKey key, X509Certificate certificate) {
        return new Identity(key, List.of(certificate));
    }

    /// The desktop identity kept in this folder; made there if there is none. A file that is there
    /// and broken is never replaced: others would take its owner for somebody else.
    ///
    /// @throws IdentityException with a sentence that says what to do
    public static Identity ofDesktop(Path folder) throws IOException {
        return openOrMake(folder, SelfSigned.ED25519, "parley desktop");
    }

    /// The server identity kept in this folder; made there if there is none.
    ///
    /// @throws IdentityException with a sentence that says what to do
    public static Identity ofServer(Path folder) throws IOException {
        return openOrMake(folder, SelfSigned.P256, "parley server");
    }

    /// The identity that these two files hold: a chain of certificates, one's own first, and the
    /// private key of it.
    ///
    /// @throws IdentityException where they can't be read or don't belong together
    public static Identity fromFiles(Path certificates, Path key) throws IdentityException {
        Identity identity = new Identity(Pem.privateKey(key), Pem.certificates(certificates));
        if (!identity.belongsTogether()) {
            throw new IdentityException(
                    "The private key in " + key + " is not the one of " + certificates + ".");
        }
        return identity;
    }

    private static Identity openOrMake(Path folder, SelfSigned kind, String name)
            throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            return open(file);
        }
        Identity made = kind.make(name);
        OwnerOnly.write(file, Pem.write(made));
        return made;
    }

    private static Identity open(Path file) throws IdentityException {
        try {
            return fromFiles(file, file);
        } catch (IdentityException broken) {
            if (broken.getCause() instanceof AccessDeniedException) {
                throw broken;
            }
            throw new IdentityException(
                    "The identity in "
                            + file
                            + " is broken: restore it from a backup, or move the file away to begin"
                            + " as somebody new.",
                    broken);
        }
    }

    private boolean belongsTogether() {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    case "EdDSA", "Ed25519" -> "Ed25519";
                    default -> key.getAlgorithm();
                };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(PROBE);
            byte[] signed = signing.sign();
            signing.initVerify(publicKey());
            signing.update(PROBE);
            return signing.verify(signed);
        } catch (GeneralSecurityException unlike) {
            return false;
        }
    }

    PrivateKey key() {
        return key;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    /// The public half.
    public PublicKey publicKey() {
        return chain.getFirst().getPublicKey();
    }

    /// What others know it by.
    public Fingerprint fingerprint() {
        return Fingerprint.of(publicKey());
    }

    /// The fingerprint, never the key.
    @Override
    public String toString() {
        return "Identity[" + fingerprint() + "]";
    }
}
