package parley.identity;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/// Makes key pairs with a certificate that vouches for itself. The certificate says nothing of
/// worth: the key is what counts, so it begins long ago and ends far ahead, whatever a clock says.
enum SelfSigned {
    /// Short and fast; for desktops, which only ever meet each other.
    ED25519("Ed25519", "Ed25519"),
    /// What every TLS client in the world can check; for servers.
    P256("EC", "SHA256withECDSA");

    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration LIFE = Duration.ofDays(365L * 60);

    private final String keys;
    private final String signature;

    SelfSigned(String keys, String signature) {
        this.keys = keys;
        this.signature = signature;
    }

    /// A new pair under this common name.
    Identity make(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
            if (this == P256) {
                generator.initialize(256);
            }
            KeyPair pair = generator.generateKeyPair();
            return Identity.of(pair.getPrivate(), certificate(pair, name));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException("every Java 25 makes " + keys + " keys", impossible);
        }
    }

    private X509Certificate certificate(KeyPair pair, String name)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name subject = new X500Name("CN=" + name);
        ContentSigner signer = new JcaContentSignerBuilder(signature).build(pair.getPrivate());
        X509CertificateHolder holder =
                new JcaX509v3CertificateBuilder(
                                subject,
                                new BigInteger(64, new SecureRandom()).add(BigInteger.ONE),
                                Date.from(BEGIN),
                                Date.from(BEGIN.plus(LIFE)),
                                subject,
                                pair.getPublic())
                        .build(signer);
        return new JcaX509CertificateConverter().getCertificate(holder);
    }
}
