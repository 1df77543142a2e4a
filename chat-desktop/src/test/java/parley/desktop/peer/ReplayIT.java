package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.UserName;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Instant;

/// What was said once, is said again.
class ReplayIT {
    @TempDir private Path folder;
    private final Introductions server = new Introductions();
    private Desktop yoda;
    private Stranger han;
    private Wire wire;

    @BeforeEach
    void hanHasOpenedAChatThroughAWireThatRecords() throws IOException {
        yoda = new Desktop("yoda", server, folder);
        han = new Stranger("han", server, folder);
        wire = new Wire();
        wire.leadTo(yoda.service.port());
        han.asks(yoda).dials(wire.port()).opens();
        han.says(message("1"));
        assertThat(han.hears()).isEqualTo(new PeerFrame.Delivered("1"));
    }

    private static PeerFrame message(String id) {
        return new PeerFrame.Message(new PeerMessage(id, "never tell me the odds", Instant.EPOCH));
    }

    @AfterEach
    void quit() throws IOException {
        han.close();
        wire.close();
        yoda.close();
    }

    @Test
    void theBytesOfALineOpenNothingAndTheLineStays() throws IOException {
        yoda.forget();
        try (Socket replay = new Socket(InetAddress.getLoopbackAddress(), yoda.service.port())) {
            replay.setSoTimeout(20_000);
            replay.getOutputStream().write(wire.recorded());
            drain(replay);
        }

        han.says(message("2"));
        assertThat(han.hears()).isEqualTo(new PeerFrame.Delivered("2"));
        assertThat(yoda.changes()).hasSize(1).allMatch(PeerChange.MessageArrived.class::isInstance);
    }

    private static void drain(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            in.readAllBytes();
        } catch (IOException reset) {
            assertThat(reset).isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aSessionThatIsOverIsNotOpenedAgainByTheRightKeyEither() throws IOException {
        yoda.service.end(UserName.of("han"));
        assertThat(han.hears()).isInstanceOf(PeerFrame.Bye.class);
        yoda.forget();

        han.dials(yoda.service.port()).says(new PeerFrame.Open(han.ready().session()));
        han.says(message("2"));

        assertThat(han.hears()).isInstanceOf(PeerFrame.Bye.class);
        assertThat(han.isShutOut()).isTrue();
        assertThat(yoda.changes()).isEmpty();
    }

    @Test
    void aSessionThatAnotherHasReplacedIsNotOpenedAgain() throws IOException {
        String first = han.ready().session();
        yoda.service.end(UserName.of("han"));
        yoda.isOnce(UserName.of("han"), PeerState.Ended.class);
        han.asksAnew(yoda).opens();
        assertThat(han.ready().session()).isNotEqualTo(first);

        han.dials(yoda.service.port()).says(new PeerFrame.Open(first));

        assertThat(han.hears()).isInstanceOf(PeerFrame.Bye.class);
        assertThat(han.isShutOut()).isTrue();
    }
}
