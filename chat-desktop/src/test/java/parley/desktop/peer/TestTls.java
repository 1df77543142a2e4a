package parley.desktop.peer;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// A key pair made for one test.
final class TestTls implements PeerTls {
    private final SSLContext context;
    private final String key;

    TestTls() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            X509Certificate certificate = selfSigned(pair);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "peer", pair.getPrivate(), new char[0], new X509Certificate[] {certificate});
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, new char[0]);
            context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), new TrustManager[] {new Anyone()}, null);
            key = keyOf(pair.getPublic());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate selfSigned(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=parley");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(
                        new JcaX509v3CertificateBuilder(
                                        name,
                                        BigInteger.ONE,
                                        Date.from(now.minus(1, ChronoUnit.DAYS)),
                                        Date.from(now.plus(1, ChronoUnit.DAYS)),
                                        name,
                                        pair.getPublic())
                                .build(
                                        new JcaContentSignerBuilder("Ed25519")
                                                .build(pair.getPrivate())));
    }

    private static String keyOf(PublicKey key) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public SSLSocket overDialled(Socket raw) throws IOException {
        return over(raw, true);
    }

    @Override
    public SSLSocket overAccepted(Socket raw) throws IOException {
        return over(raw, false);
    }

    private SSLSocket over(Socket raw, boolean client) throws IOException {
        SSLSocket talk = (SSLSocket) context.getSocketFactory().createSocket(raw, "peer", 1, true);
        talk.setUseClientMode(client);
        SSLParameters parameters = talk.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setApplicationProtocols(new String[] {"parley-private/1"});
        if (!client) {
            parameters.setNeedClientAuth(true);
        }
        talk.setSSLParameters(parameters);
        return talk;
    }

    @Override
    public String peerKey(SSLSocket shaken) throws IOException {
        try {
            return keyOf(shaken.getSession().getPeerCertificates()[0].getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static final class Anyone extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
