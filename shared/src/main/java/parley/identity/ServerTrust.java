package parley.identity;

import org.jspecify.annotations.Nullable;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// How a desktop trusts its server: where the system vouches for it and its name, silently; else
/// only by the one key that its owner has compared. What a server showed that was refused can be
/// asked for afterwards, to show it to the owner. For one connection, and one thread.
public final class ServerTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager system;
    private final Optional<Fingerprint> pin;
    private @Nullable Fingerprint refused;

    private ServerTrust(X509ExtendedTrustManager system, Optional<Fingerprint> pin) {
        this.system = system;
        this.pin = pin;
    }

    /// Trusts what the system trusts, and this key.
    public static ServerTrust withPin(Optional<Fingerprint> pin) {
        return new ServerTrust(ofSystem(), pin);
    }

    private static X509ExtendedTrustManager ofSystem() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager found) {
                    return found;
                }
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the system's certificates can't be read", broken);
        }
        throw new IllegalStateException("the system has no trust manager");
    }

    /// The key that the server showed and that nothing vouched for, if that is why it was refused.
    public Optional<Fingerprint> refused() {
        return Optional.ofNullable(refused);
    }

    private void checkPin(X509Certificate[] chain, CertificateException why)
            throws CertificateException {
        Fingerprint shown = Fingerprint.of(chain[0].getPublicKey());
        if (pin.isPresent() && pin.get().equals(shown)) {
            return;
        }
        refused = shown;
        throw why;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        try {
            system.checkServerTrusted(chain, type, socket);
        } catch (CertificateException untrusted) {
            checkPin(chain, untrusted);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        try {
            system.checkServerTrusted(chain, type, engine);
        } catch (CertificateException untrusted) {
            checkPin(chain, untrusted);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        checkPin(chain, new CertificateException("nothing is known of the name that was called"));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return system.getAcceptedIssuers();
    }
}
