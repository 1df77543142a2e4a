package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.identity.Identity;
import parley.identity.TlsContexts;
import parley.server.net.Admission.Bounds;
import parley.wire.Connection;
import parley.wire.LineReader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

class AcceptorIT {
    private static final InetSocketAddress LOOPBACK =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir private Path folder;
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : toClose.reversed()) {
            one.close();
        }
    }

    private Acceptor start(PlainPolicy plain, Bounds bounds) throws IOException {
        TlsContexts tls = TlsContexts.server(Identity.ofServer(folder));
        Door door = new Door(new Admission(bounds), plain, tls);
        Acceptor acceptor = Acceptor.listen(LOOPBACK, door, AcceptorIT::echo);
        toClose.add(acceptor);
        acceptor.start();
        return acceptor;
    }

    private Acceptor start(PlainPolicy plain) throws IOException {
        return start(plain, new Bounds(100, 100, 100));
    }

    private static void echo(Connection connection, Visit visit) {
        visit.mayStay();
        LineReader reader = connection.reader();
        try {
            while (reader.next() == LineReader.Outcome.LINE) {
                byte[] line = new byte[reader.length() + 1];
                System.arraycopy(reader.buffer(), reader.from(), line, 0, reader.length());
                line[reader.length()] = '\n';
                connection.outbox().offer(line);
            }
            connection.closeGently(Duration.ofSeconds(1));
        } catch (IOException | InterruptedException gone) {
            connection.close();
        }
    }

    private Socket call(Acceptor acceptor) throws IOException {
        Socket socket = new Socket(LOOPBACK.getAddress(), acceptor.port());
        toClose.add(socket);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader ears(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static SSLSocket secured(Socket raw) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAnyone()}, new SecureRandom());
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(raw, "localhost", 1, true);
        socket.startHandshake();
        return socket;
    }

    /// What this test needs to know of a certificate is nothing.
    private static final class TrustAnyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void onePortSpeaksPlainAndTls() throws Exception {
        Acceptor acceptor = start(PlainPolicy.LOOPBACK);
        Socket plain = call(acceptor);
        SSLSocket secure = secured(call(acceptor));

        say(plain, "first\nsecond");
        say(secure, "third");

        BufferedReader heard = ears(plain);
        assertThat(heard.readLine()).isEqualTo("first");
        assertThat(heard.readLine()).isEqualTo("second");
        assertThat(ears(secure).readLine()).isEqualTo("third");
    }

    @Test
    void whoMayNotSpeakPlainIsToldSoAndSentAway() throws Exception {
        Socket plain = call(start(PlainPolicy.NEVER));

        say(plain, "{\"type\":\"ping\",\"id\":\"p\"}");

        BufferedReader heard = ears(plain);
        assertThat(heard.readLine())
                .startsWith("{\"type\":\"error\",\"re\":\"p\",\"code\":\"tls-required\"");
        assertThat(heard.readLine()).isNull();
    }

    @Test
    void whoSaysOneByteInPlainIsToldSoToo() throws Exception {
        Socket plain = call(start(PlainPolicy.NEVER));

        plain.getOutputStream().write('{');

        assertThat(ears(plain).readLine()).contains("\"code\":\"tls-required\"");
    }

    @Test
    void garbageBehindTheFirstByteOfTlsHurtsNobody() throws Exception {
        Acceptor acceptor = start(PlainPolicy.ALWAYS);
        Socket garbage = call(acceptor);
        garbage.getOutputStream().write(new byte[] {0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5});
        garbage.shutdownOutput();
        garbage.getInputStream().readAllBytes();

        Socket plain = call(acceptor);
        say(plain, "still here");

        assertThat(ears(plain).readLine()).isEqualTo("still here");
    }

    @Test
    void oneTooManyIsClosedAndTheirPlaceIsGivenToTheNext() throws Exception {
        Acceptor acceptor = start(PlainPolicy.ALWAYS, new Bounds(1, 1, 1));
        Socket first = call(acceptor);
        say(first, "one");
        assertThat(ears(first).readLine()).isEqualTo("one");

        assertThat(call(acceptor).getInputStream().read()).isEqualTo(-1);

        first.shutdownOutput();
        assertThat(first.getInputStream().read()).isEqualTo(-1);
        assertThat(echoOnceThereIsRoom(acceptor)).isEqualTo("two");
    }

    /// The place is given free a moment after the end of the stream is seen.
    private String echoOnceThereIsRoom(Acceptor acceptor) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        IOException lastReset = new IOException("closed each time");
        while (System.nanoTime() < deadline) {
            Socket socket = call(acceptor);
            try {
                say(socket, "two");
                String heard = ears(socket).readLine();
                if (heard != null) {
                    return heard;
                }
            } catch (IOException reset) {
                lastReset = reset;
            }
        }
        throw new AssertionError("no room in time", lastReset);
    }

    @Test
    void aPortThatIsTakenIsToldAtOnce() throws Exception {
        Acceptor acceptor = start(PlainPolicy.ALWAYS);
        Door door =
                new Door(
                        new Admission(new Bounds(1, 1, 1)),
                        PlainPolicy.ALWAYS,
                        TlsContexts.server(Identity.ofServer(folder)));

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(() ->
                                Acceptor.listen(
                                        new InetSocketAddress(
                                                LOOPBACK.getAddress(), acceptor.port()),
                                        door,
                                        AcceptorIT::echo)))
                .isInstanceOf(IOException.class);
    }
}
