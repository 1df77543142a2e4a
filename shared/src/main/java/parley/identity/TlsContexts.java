package parley.identity;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// The TLS of Parley's sockets, layered over TCP sockets that are connected already. None does its
/// handshake here: that is for the thread that may wait. All have `TCP_NODELAY` set first, without
/// which a handshake takes 90 ms on loopback. Resumption is off: it would pass trust by.
public final class TlsContexts {
    /// What peers call their protocol in the handshake (ALPN, RFC 7301).
    public static final String PEER_PROTOCOL = "parley-private/1";

    private static final String[] NEWEST = {"TLSv1.3"};
    private static final String[] MODERN = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;

    static {
        System.setProperty("jdk.tls.server.newSessionTicketCount", "0");
        // Else a TLS 1.2 client is promised a ticket that never comes, and OpenSSL's hang up.
        System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
    }

    private TlsContexts(SSLContext context) {
        this.context = context;
    }

    /// The server's: shows this identity and asks for none.
    public static TlsContexts server(Identity identity) {
        return new TlsContexts(context(identity, null));
    }

    /// A desktop's towards its server.
    public static TlsContexts towardsServer(ServerTrust trust) {
        return new TlsContexts(context(null, trust));
    }

    /// Towards whichever server is there, only to see its key: nothing is to be said on it.
    public static TlsContexts towardsAnyServer() {
        return new TlsContexts(context(null, new AnyKey()));
    }

    /// A desktop's towards other desktops: shows this identity, and lets the other's key through to
    /// be compared on the socket by [Fingerprint#ofPeer] after the handshake.
    public static TlsContexts peer(Identity identity) {
        return new TlsContexts(context(identity, new AnyKey()));
    }

    private static SSLContext context(@Nullable Identity identity, @Nullable TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    identity == null ? null : keys(identity),
                    trust == null ? null : new TrustManager[] {trust},
                    null);
            forget(context.getClientSessionContext());
            forget(context.getServerSessionContext());
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java 25 has TLS", impossible);
        }
    }

    /// Nobody resumes a session, so none is kept, with the certificates in it.
    private static void forget(SSLSessionContext sessions) {
        sessions.setSessionCacheSize(1);
        sessions.setSessionTimeout(1);
    }

    private static KeyManager[] keys(Identity identity)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "parley",
                identity.key(),
                new char[0],
                identity.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /// The server's side of a connection whose first byte has been read already.
    public SSLSocket acceptAfter(Socket raw, byte first) throws IOException {
        raw.setTcpNoDelay(true);
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        raw, new ByteArrayInputStream(new byte[] {first}), true);
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(MODERN);
        return socket;
    }

    /// The desktop's side of a connection to the server of this name, which the certificate has to
    /// bear where the system vouches for it.
    public SSLSocket callServer(Socket raw, String host, int port) throws IOException {
        raw.setTcpNoDelay(true);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(raw, host, port, true);
        socket.setUseClientMode(true);
        socket.setEnabledProtocols(MODERN);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /// The side of a private chat that has dialled.
    public SSLSocket callPeer(Socket raw) throws IOException {
        return peer(raw, true);
    }

    /// The side of a private chat that was dialled.
    public SSLSocket acceptPeer(Socket raw) throws IOException {
        return peer(raw, false);
    }

    private SSLSocket peer(Socket raw, boolean dialled) throws IOException {
        raw.setTcpNoDelay(true);
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        raw,
                                        raw.getInetAddress().getHostAddress(),
                                        raw.getPort(),
                                        true);
        socket.setUseClientMode(dialled);
        socket.setEnabledProtocols(NEWEST);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {PEER_PROTOCOL});
        if (!dialled) {
            parameters.setNeedClientAuth(true);
        }
        socket.setSSLParameters(parameters);
        return socket;
    }
}
