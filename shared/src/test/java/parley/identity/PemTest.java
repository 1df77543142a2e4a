package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;

class PemTest {
    @TempDir private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), text);
    }

    private static PrivateKey key(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair().getPrivate();
    }

    private static String pem(Object key) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(key);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"EC, 256", "EC, 384", "RSA, 2048", "Ed25519, 255"})
    void aKeyInPkcs8IsRead(String algorithm, int size) throws Exception {
        PrivateKey key = key(algorithm, size);

        String text = pem(new JcaPKCS8Generator(key, null));

        assertThat(text).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(Pem.privateKey(file(text)).getEncoded()).isEqualTo(key.getEncoded());
    }

    @Test
    void anRsaKeyInPkcs1IsReadBehindWhateverStandsBefore() throws Exception {
        PrivateKey key = key("RSA", 2048);

        String text = pem(key);

        assertThat(text).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(Pem.privateKey(file("Bag Attributes\n" + text)).getEncoded())
                .isEqualTo(key.getEncoded());
    }

    @Test
    void anEllipticKeyInSec1IsReadAsOpensslWritesIt() throws Exception {
        BigInteger secret = ((ECPrivateKey) key("EC", 256)).getS();
        ASN1ObjectIdentifier curve = SECObjectIdentifiers.secp256r1;
        var sec1 = new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, curve);

        String text =
                pem(new PemObject("EC PARAMETERS", curve.getEncoded()))
                        + pem(new PemObject("EC PRIVATE KEY", sec1.getEncoded()));

        assertThat(((ECPrivateKey) Pem.privateKey(file(text))).getS()).isEqualTo(secret);
    }

    @Test
    void anEncryptedKeyIsRefusedInWords() throws Exception {
        String text =
                """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF

                AAAAAAAAAAAAAAAAAAAAAA==
                -----END RSA PRIVATE KEY-----
                """;

        assertThatThrownBy(() -> Pem.privateKey(file(text)))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("key.pem holds no private key that is not encrypted");
    }

    @Test
    void whatIsNoPemIsRefusedInWords() throws IOException {
        Path binary = folder.resolve("key.der");
        Files.write(binary, new byte[] {0x30, (byte) 0x82, 0x04, (byte) 0xa3});
        Path torn = file("-----BEGIN PRIVATE KEY-----\n%%%\n-----END PRIVATE KEY-----\n");
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> Pem.privateKey(binary)).hasMessageContaining("key.der");
        assertThatThrownBy(() -> Pem.privateKey(torn)).hasMessageContaining("key.pem");
        assertThatThrownBy(() -> Pem.certificates(missing))
                .isInstanceOf(IdentityException.class)
                .hasMessage("There is no file " + missing + ".");
        assertThatThrownBy(() -> Pem.certificates(torn)).isInstanceOf(IdentityException.class);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Identity made = SelfSigned.ED25519.make("yoda");

        Path file = file(Pem.write(made));

        assertThat(Pem.privateKey(file)).isEqualTo(made.key());
        assertThat(Pem.certificates(file)).isEqualTo(made.chain());
        assertThat(Files.readString(file, StandardCharsets.US_ASCII)).doesNotContain("yoda");
    }
}
