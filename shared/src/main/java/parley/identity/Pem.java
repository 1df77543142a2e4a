package parley.identity;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Keys and certificates as PEM text (RFC 7468).
final class Pem {
    private Pem() {}

    /// Everything that stands in a file.
    ///
    /// @throws IdentityException where it can't be read, with a sentence
    static List<Object> read(Path file) throws IdentityException {
        try (PEMParser parser =
                new PEMParser(new StringReader(Files.readString(file, StandardCharsets.UTF_8)))) {
            List<Object> found = new ArrayList<>();
            for (Object one = parser.readObject(); one != null; one = parser.readObject()) {
                found.add(one);
            }
            return found;
        } catch (NoSuchFileException missing) {
            throw new IdentityException("There is no file " + file + ".", missing);
        } catch (AccessDeniedException denied) {
            throw new IdentityException("This user may not read " + file + ".", denied);
        } catch (IOException | IllegalArgumentException broken) {
            throw new IdentityException(file + " can't be read as PEM.", broken);
        }
    }

    /// The certificates in a file, in its order; at least one.
    static List<X509Certificate> certificates(Path file) throws IdentityException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Object one : read(file)) {
                if (one instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        } catch (CertificateException broken) {
            throw new IdentityException(file + " holds a broken certificate.", broken);
        }
        if (chain.isEmpty()) {
            throw new IdentityException(file + " holds no certificate.");
        }
        return chain;
    }

    /// The private key in a file: PKCS#8, PKCS#1 or SEC1, not encrypted.
    static PrivateKey privateKey(Path file) throws IdentityException {
        List<Object> found = read(file);
        try {
            for (Object one : found) {
                if (one instanceof PrivateKeyInfo info) {
                    return new JcaPEMKeyConverter().getPrivateKey(info);
                }
                if (one instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        } catch (IOException broken) {
            throw new IdentityException(file + " holds a broken private key.", broken);
        }
        throw new IdentityException(file + " holds no private key that is not encrypted.");
    }

    /// A private key and its certificate as one text.
    static String write(Identity identity) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(identity.key(), null));
            for (X509Certificate certificate : identity.chain()) {
                writer.writeObject(certificate);
            }
        }
        return text.toString();
    }
}
