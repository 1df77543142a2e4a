package parley.identity;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/// A long-lived key pair with its certificate: a desktop's, by which people know each other, or a
/// server's. Kept as one PEM file for its owner alone, with a copy of it. A value.
public final class Identity {
    private static final String FILE = "identity.pem";
    private static final String COPY = "identity.pem.copy";
    private static final Logger LOG = LoggerFactory.getLogger(Identity.class);
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

    /// The desktop identity kept in this folder, with a copy beside it; made there if there is
    /// neither. One that is broken or gone is brought back from its copy, and never replaced by a
    /// new one: others would take its owner for somebody else.
    ///
    /// @throws IdentityException with a sentence that says what to do
    public static Identity ofDesktop(Path folder) throws IOException {
        return openOrMake(folder, SelfSigned.ED25519, "parley desktop");
    }

    /// The server identity kept in this folder, in the same manner.
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
        Path copy = folder.resolve(COPY);
        if (Files.exists(file)) {
            return open(file, copy);
        }
        return Files.exists(copy) ? broughtBack(file, copy) : make(file, copy, kind.make(name));
    }

    /// The copy comes first: whoever has the file has the copy, too.
    private static Identity make(Path file, Path copy, Identity made) throws IOException {
        OwnerOnly.write(copy, Pem.write(made));
        OwnerOnly.write(file, Pem.write(made));
        return made;
    }

    private static Identity open(Path file, Path copy) throws IOException {
        try {
            Identity identity = fromFiles(file, file);
            keepCopy(file, copy);
            return identity;
        } catch (IdentityException broken) {
            if (broken.getCause() instanceof AccessDeniedException) {
                throw broken;
            }
            return instead(file, copy, broken);
        }
    }

    private static void keepCopy(Path file, Path copy) {
        try {
            if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                OwnerOnly.write(copy, Files.readString(file));
            }
        } catch (IOException full) {
            LOG.warn("identity has no copy file={} why={}", file, full.toString());
        }
    }

    /// The broken file is left beside, for whoever wants to know what happened to it.
    private static Identity instead(Path file, Path copy, IdentityException broken)
            throws IOException {
        if (Files.exists(copy)) {
            Path aside = file.resolveSibling(FILE + ".broken");
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING, COPY_ATTRIBUTES);
            return broughtBack(file, copy);
        }
        throw new IdentityException(unusable(file), broken);
    }

    private static Identity broughtBack(Path file, Path copy) throws IOException {
        Identity identity;
        try {
            identity = fromFiles(copy, copy);
        } catch (IdentityException broken) {
            throw new IdentityException(unusable(copy), broken);
        }
        OwnerOnly.write(file, Files.readString(copy));
        LOG.warn("identity brought back from its copy file={} copy={}", file, copy);
        return identity;
    }

    private static String unusable(Path file) {
        return "The identity in "
                + file
                + " is broken: restore it from a backup, or move "
                + FILE
                + " and "
                + COPY
                + " away to begin as somebody new.";
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
