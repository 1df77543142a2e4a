package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import parley.identity.Identity;
import parley.protocol.Limits;
import parley.protocol.PeerAddress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A peer that says it listens where other people's services do, to have them knocked at.
@Execution(ExecutionMode.CONCURRENT)
class BystanderIT {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int RECORD_HEAD = 5;

    /// In the 20 s that a search lasts, with the pauses between its rounds.
    private static final int CALLS = 8;

    @TempDir private Path folder;
    private final Introductions server = new Introductions();
    private final List<Bystander> bystanders = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Bystander bystander : bystanders) {
            bystander.close();
        }
    }

    private Bystander bystander(int port) throws IOException {
        Bystander next = new Bystander(port);
        bystanders.add(next);
        return next;
    }

    private List<Ending.Path> offered(List<PeerAddress> addresses) throws IOException {
        PeerAddress own = PeerAddress.parse("192.0.2.1:41233").orElseThrow();
        try (Desktop yoda =
                        new Desktop(
                                "yoda",
                                server,
                                Identity.ofDesktop(folder),
                                new MemoryPeers(),
                                Consent.ASK_FIRST_TIME,
                                (port, reach) -> List.of(own));
                Stranger han = new Stranger("han", server, folder)) {
            han.isLetIn(yoda, addresses);
            PeerState.Ended ended = (PeerState.Ended) yoda.isOnce(han.name, PeerState.Ended.class);
            return ((Ending.NoWay) ended.why()).paths();
        }
    }

    @Test
    void aServiceHearsNothingButAFewGreetingsOfTlsAndNoMoreThanSeventeenDo() throws IOException {
        for (int i = 0; i < 2 * Limits.ADDRESSES; i++) {
            bystander(0);
        }

        offered(bystanders.stream().map(Bystander::address).toList());

        assertThat(bystanders).allSatisfy(it -> assertThat(it.heard()).hasSizeLessThan(CALLS));
        assertThat(bystanders)
                .flatMap(Bystander::heard)
                .isNotEmpty()
                .allSatisfy(BystanderIT::isOneClientHello);
        assertThat(bystanders).filteredOn(it -> !it.heard().isEmpty()).hasSizeLessThan(18);
    }

    /// One record of TLS and nothing behind it; nothing at all where it was given up before.
    private static void isOneClientHello(byte[] said) {
        if (said.length > 0) {
            ByteBuffer bytes = ByteBuffer.wrap(said);
            assertThat(bytes.get(0)).isEqualTo((byte) HANDSHAKE);
            assertThat(bytes.get(RECORD_HEAD)).isEqualTo((byte) CLIENT_HELLO);
            assertThat(said).hasSize(RECORD_HEAD + Short.toUnsignedInt(bytes.getShort(3)));
        }
    }

    @Test
    void aPortOfTheSystemsOwnIsNeverDialled() throws IOException {
        Bystander system = ofTheSystem();

        List<Ending.Path> paths = offered(List.of(system.address()));

        assertThat(paths)
                .containsExactly(new Ending.Path(system.address(), PathFailure.NOT_ALLOWED));
        assertThat(system.heard()).isEmpty();
    }

    private Bystander ofTheSystem() {
        for (int port = Limits.LOWEST_PEER_PORT - 1; port > 512; port--) {
            try {
                return bystander(port);
            } catch (IOException takenOrForbidden) {
                assertThat(takenOrForbidden).isNotNull();
            }
        }
        return abort("this user may listen on no port below 1024");
    }

    @Test
    void nothingOnThisMachineIsDialledWhereTheServerIsElsewhere() throws IOException {
        server.isElsewhere();
        Bystander here = bystander(0);

        List<Ending.Path> paths = offered(List.of(here.address()));

        assertThat(paths).containsExactly(new Ending.Path(here.address(), PathFailure.NOT_ALLOWED));
        assertThat(here.heard()).isEmpty();
    }
}
