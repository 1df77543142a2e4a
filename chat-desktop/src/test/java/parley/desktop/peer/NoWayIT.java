package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.identity.Identity;
import parley.protocol.PeerAddress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class NoWayIT {
    /// The side that was asked dials after three seconds.
    private static final Duration SEARCH = Duration.ofSeconds(8);

    @TempDir private Path folder;
    private final Introductions server = new Introductions();

    @Test
    void eachAddressIsNamedWithWhatWasWrongThere() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Desktop jabba = new Desktop("jabba", server, folder)) {
            Thread.ofVirtual().start(() -> answerAsSsh(elsewhere));
            PeerAddress closed = Desktop.closedPort();
            PeerAddress ssh = at(elsewhere.getLocalPort());
            PeerAddress other = at(jabba.service.port());
            PeerAddress group = PeerAddress.parse("224.0.0.1:7000").orElseThrow();
            List<PeerAddress> offered = List.of(closed, ssh, other, group);
            try (Desktop yoda = offering("yoda", List.of(closed));
                    Desktop luke = offering("luke", offered)) {
                yoda.service.open(luke.name);
                luke.isOnce(yoda, PeerState.Invited.class);
                luke.service.accept(yoda.name, Acceptance.FROM_NOW_ON);

                assertThat(yoda.isOnce(luke, PeerState.Ended.class))
                        .isEqualTo(
                                new PeerState.Ended(
                                        new Ending.NoWay(
                                                List.of(
                                                        failed(closed, PathFailure.REFUSED),
                                                        failed(ssh, PathFailure.NOT_PARLEY),
                                                        failed(other, PathFailure.OTHER_KEY),
                                                        failed(group, PathFailure.NOT_ALLOWED)))));
                assertThat(luke.isOnce(yoda, PeerState.Ended.class))
                        .isEqualTo(
                                new PeerState.Ended(
                                        new Ending.NoWay(
                                                List.of(failed(closed, PathFailure.REFUSED)))));
            }
        }
    }

    private static Ending.Path failed(PeerAddress address, PathFailure why) {
        return new Ending.Path(address, why);
    }

    private static PeerAddress at(int port) {
        return new PeerAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static void answerAsSsh(ServerSocket door) {
        try {
            while (true) {
                Socket guest = door.accept();
                guest.getOutputStream()
                        .write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            assertThat(door.isClosed()).isTrue();
        }
    }

    private Desktop offering(String name, List<PeerAddress> addresses) throws IOException {
        return new Desktop(
                name,
                server,
                Identity.ofDesktop(Files.createDirectories(folder.resolve(name))),
                new MemoryPeers(),
                Consent.ASK_FIRST_TIME,
                (port, reach) -> addresses,
                SEARCH);
    }
}
