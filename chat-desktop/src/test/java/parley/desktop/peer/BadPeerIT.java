package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.identity.TlsContexts;
import parley.protocol.UserName;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

class BadPeerIT {
    @TempDir private Path folder;
    private final Introductions server = new Introductions();
    private Desktop yoda;
    private Stranger han;

    @BeforeEach
    void oneDesktop() throws IOException {
        yoda = new Desktop("yoda", server, folder);
        han = new Stranger("han", server, folder);
    }

    @AfterEach
    void quit() throws IOException {
        han.close();
        yoda.close();
    }

    private void brokeRules() {
        assertThat(yoda.isOnce(han.name, PeerState.Ended.class))
                .isEqualTo(new PeerState.Ended(new Ending.BrokeRules()));
        assertThat(han.isShutOut()).isTrue();
    }

    @Nested
    class OnAnOpenLine {
        @BeforeEach
        void open() throws IOException {
            han.asks(yoda).opens();
        }

        @Test
        void nonsenseEndsIt() throws IOException {
            han.says("who are you?");

            brokeRules();
        }

        @Test
        void aGiantLineEndsIt() throws IOException {
            han.says("{\"type\":\"typing\",\"x\":\"" + "x".repeat(65_536) + "\"}");

            brokeRules();
        }

        @Test
        void aTextTooLongEndsIt() throws IOException {
            han.says(
                    new PeerFrame.Message(new PeerMessage("1", "x".repeat(16_385), Instant.EPOCH)));

            brokeRules();
        }

        @Test
        void aFloodEndsIt() {
            Thread flood =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    while (true) {
                                        han.says(new PeerFrame.Typing());
                                    }
                                } catch (IOException shutOut) {
                                    assertThat(shutOut).isNotNull();
                                }
                            });

            assertThat(yoda.isOnce(han.name, PeerState.Ended.class))
                    .isEqualTo(new PeerState.Ended(new Ending.BrokeRules()));
            assertThat(flood).isNotNull();
        }

        @Test
        void anUnknownSentenceIsPassedOver() throws IOException {
            han.says("{\"type\":\"hologram\",\"to\":\"obi-wan\"}");
            han.says(new PeerFrame.Message(new PeerMessage("1", "help me", Instant.EPOCH)));

            assertThat(han.hears()).isEqualTo(new PeerFrame.Delivered("1"));
        }

        @Test
        void theSameMessageTwiceIsShownOnceAndConfirmedTwice() throws IOException {
            PeerFrame message =
                    new PeerFrame.Message(new PeerMessage("1", "help me", Instant.EPOCH));
            han.says(message);
            han.says(message);

            assertThat(han.hears()).isEqualTo(new PeerFrame.Delivered("1"));
            assertThat(han.hears()).isEqualTo(new PeerFrame.Delivered("1"));
            assertThat(yoda.changes())
                    .filteredOn(PeerChange.MessageArrived.class::isInstance)
                    .hasSize(1);
        }

        @Test
        void aLaterOpenOfTheSessionReplacesTheLine() throws IOException {
            han.dials(yoda.service.port()).opens();
            han.says(new PeerFrame.Message(new PeerMessage("2", "from here", Instant.EPOCH)));

            assertThat(han.hears()).isEqualTo(new PeerFrame.Delivered("2"));
            assertThat(yoda.changes())
                    .filteredOn(PeerChange.StateChanged.class::isInstance)
                    .extracting(it -> ((PeerChange.StateChanged) it).state())
                    .noneMatch(PeerState.Reconnecting.class::isInstance);
        }
    }

    @Test
    void aKeyThatNobodyAnnouncedIsShutOutWithoutAWord() throws IOException {
        han.dials(yoda.service.port());

        assertThat(han.isShutOut()).isTrue();
    }

    @Test
    void theRightNameWithTheWrongKeyIsShutOutWithoutAWord() throws IOException {
        han.asks(yoda);
        String session = han.ready().session();
        try (Stranger impostor = new Stranger("jabba", server, folder)) {
            impostor.dials(yoda.service.port()).says(new PeerFrame.Open(session));

            assertThat(impostor.isShutOut()).isTrue();
        }
    }

    @Test
    void theRightKeyWithAnotherSessionIsShutOutWithoutAWord() throws IOException {
        han.asks(yoda).says(new PeerFrame.Open("yesterday's"));

        assertThat(han.isShutOut()).isTrue();
    }

    @Test
    void whoSpeaksBeforeOpenIsShutOutWithoutAWord() throws IOException {
        han.asks(yoda).says(new PeerFrame.Message(new PeerMessage("1", "psst", Instant.EPOCH)));

        assertThat(han.isShutOut()).isTrue();
        assertThat(yoda.textsFrom(han.name)).isEmpty();
    }

    @Test
    void whoSpeaksNoTlsIsShutOut() throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), yoda.service.port())) {
            plain.setSoTimeout(20_000);
            plain.getOutputStream().write("{\"type\":\"open\"}\n".getBytes(StandardCharsets.UTF_8));

            assertThat(plain.getInputStream().readAllBytes()).hasSizeLessThan(16);
        }
    }

    @Test
    void whoShowsNoKeyIsShutOut() throws Exception {
        SSLContext keyless = SSLContext.getInstance("TLSv1.3");
        keyless.init(null, new TrustManager[] {new Credulous()}, null);
        try (SSLSocket anonymous =
                (SSLSocket)
                        keyless.getSocketFactory()
                                .createSocket(
                                        InetAddress.getLoopbackAddress(), yoda.service.port())) {
            anonymous.setSoTimeout(20_000);
            SSLParameters parameters = anonymous.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {TlsContexts.PEER_PROTOCOL});
            anonymous.setSSLParameters(parameters);

            assertThatThrownBy(
                            () -> {
                                anonymous.startHandshake();
                                if (anonymous.getInputStream().read() < 0) {
                                    throw new IOException("shut out");
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
    }

    private static final class Credulous implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void aCrowdOfStrangersFindsNoPlaceAndIsGoneAfterAWhile() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        for (int i = 0; i < PeerLimits.STRANGERS; i++) {
            crowd.add(new Socket(InetAddress.getLoopbackAddress(), yoda.service.port()));
        }
        try (Socket ninth = new Socket(InetAddress.getLoopbackAddress(), yoda.service.port())) {
            ninth.setSoTimeout(20_000);
            assertThat(ends(ninth)).isTrue();
        }

        for (Socket stranger : crowd) {
            stranger.setSoTimeout(20_000);
            assertThat(ends(stranger)).isTrue();
            stranger.close();
        }
        han.asks(yoda).opens();
        assertThat(yoda.isOnce(UserName.of("han"), PeerState.Direct.class)).isNotNull();
    }

    private static boolean ends(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            return in.read() < 0;
        } catch (IOException reset) {
            return !(reset instanceof java.net.SocketTimeoutException);
        }
    }
}
