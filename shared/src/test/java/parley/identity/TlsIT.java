package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

class TlsIT {
    @TempDir private Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final List<Socket> raw = new CopyOnWriteArrayList<>();

    /// Not by way of TLS, whose closing waits for the other side's.
    @AfterEach
    void end() throws IOException {
        for (Socket socket : raw) {
            socket.close();
        }
        threads.close();
    }

    private Socket kept(Socket socket) {
        raw.add(socket);
        return socket;
    }

    private interface Side {
        SSLSocket over(Socket raw) throws IOException;
    }

    private record Ends(SSLSocket dialled, SSLSocket accepted) {}

    private Ends connect(Side dialling, Side accepting) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<SSLSocket> accepted =
                    threads.submit(
                            () -> greet(accepting.over(kept(listening.accept())), (byte) 'a'));
            Socket socket = kept(new Socket(listening.getInetAddress(), listening.getLocalPort()));
            SSLSocket dialled = greet(dialling.over(socket), (byte) 'd');
            return new Ends(dialled, got(accepted));
        }
    }

    private static <T> T got(Future<T> future) throws Exception {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("the accepting side failed", failed.getCause());
        }
    }

    /// Both have heard of each other: only that shows that neither refused.
    private static SSLSocket greet(SSLSocket socket, byte word) throws IOException {
        socket.setSoTimeout(20_000);
        socket.startHandshake();
        socket.getOutputStream().write(word);
        assertThat(socket.getInputStream().read()).isPositive();
        return socket;
    }

    private static Side server(Identity identity) {
        TlsContexts tls = TlsContexts.server(identity);
        return raw -> tls.acceptAfter(raw, (byte) raw.getInputStream().read());
    }

    private static Side client(ServerTrust trust) {
        TlsContexts tls = TlsContexts.towardsServer(trust);
        return raw -> tls.callServer(raw, "localhost", raw.getPort());
    }

    @Test
    void aServerOfTheKeyThatWasComparedIsTrusted() throws Exception {
        Identity identity = Identity.ofServer(folder);

        Ends ends =
                connect(
                        client(ServerTrust.withPin(Optional.of(identity.fingerprint()))),
                        server(identity));

        assertThat(ends.dialled().getSession().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void aServerOfAnotherKeyIsRefusedAndItsKeyTold() throws Exception {
        Identity identity = Identity.ofServer(folder);
        Identity other = Identity.ofServer(Files.createDirectory(folder.resolve("other")));
        ServerTrust trust = ServerTrust.withPin(Optional.of(other.fingerprint()));
        Callable<Ends> meeting = () -> connectRefused(trust, identity);

        assertThatThrownBy(meeting::call).isInstanceOf(SSLException.class);
        assertThat(trust.refused()).contains(identity.fingerprint());
    }

    private Ends connectRefused(ServerTrust trust, Identity identity) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> server(identity).over(listening.accept()).getInputStream().read());
            Socket raw = new Socket(listening.getInetAddress(), listening.getLocalPort());
            try (SSLSocket dialled = client(trust).over(raw)) {
                dialled.startHandshake();
                return new Ends(dialled, dialled);
            }
        }
    }

    /// A client of other people's, which counts how often it is shown a certificate.
    private static final class Stranger implements X509TrustManager {
        private final SSLContext context;
        private final String[] protocols;
        private int shown;

        Stranger(String... protocols) throws GeneralSecurityException {
            this.protocols = protocols;
            this.context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
        }

        SSLSocket over(Socket raw) throws IOException {
            SSLSocket socket =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(raw, "localhost", raw.getPort(), true);
            socket.setEnabledProtocols(protocols);
            return socket;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            shown++;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new AssertionError("this is the client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void aClientThatKnowsOnlyTheTlsBeforeIsServed() throws Exception {
        Ends ends = connect(new Stranger("TLSv1.2")::over, server(Identity.ofServer(folder)));

        assertThat(ends.accepted().getSession().getProtocol()).isEqualTo("TLSv1.2");
    }

    @Test
    void whoComesAgainIsShownTheKeyAgain() throws Exception {
        Stranger client = new Stranger("TLSv1.3");
        Side server = server(Identity.ofServer(folder));

        connect(client::over, server);
        connect(client::over, server);

        assertThat(client.shown).isEqualTo(2);
    }

    @Test
    void peersSeeEachOthersKeysAndSpeakTheNewestTls() throws Exception {
        Identity yoda = Identity.ofDesktop(Files.createDirectory(folder.resolve("yoda")));
        Identity luke = Identity.ofDesktop(Files.createDirectory(folder.resolve("luke")));

        Ends ends = connect(TlsContexts.peer(yoda)::callPeer, TlsContexts.peer(luke)::acceptPeer);

        assertThat(Fingerprint.ofPeer(ends.dialled().getSession())).contains(luke.fingerprint());
        assertThat(Fingerprint.ofPeer(ends.accepted().getSession())).contains(yoda.fingerprint());
        assertThat(ends.dialled().getSession().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(ends.dialled().getApplicationProtocol()).isEqualTo("parley-private/1");
    }
}
