package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import parley.desktop.client.HouseServer;
import parley.desktop.net.ServerAddress;
import parley.identity.Identity;
import parley.identity.TlsContexts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLSocket;

/// Private chats by way of a real server's relay, and who would disturb them there.
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class RelayedIT {
    @TempDir private Path folder;
    private HouseServer server;
    private Wire cable;
    private Resident yoda;
    private Resident luke;

    @BeforeEach
    void thereIsNoDirectWay() throws Exception {
        server = HouseServer.with(folder.resolve("server"), "yoda yoda pass", "luke luke pass");
        cable = new Wire();
        cable.leadTo(server.address().port());
        yoda = resident("yoda", cable.port());
        luke = resident("luke", server.address().port());
        yoda.chats().open(luke.desktop.name);
        luke.desktop.isOnce(yoda.desktop, PeerState.Invited.class);
        luke.chats().accept(yoda.desktop.name, Acceptance.FROM_NOW_ON);
        yoda.desktop.isOnce(luke.desktop, PeerState.NoWay.class);
        luke.desktop.isOnce(yoda.desktop, PeerState.NoWay.class);
    }

    private Resident resident(String name, int port) throws Exception {
        Path profile = Files.createDirectories(folder.resolve(name));
        return Resident.nowhere(name, profile, new ServerAddress("127.0.0.1", port));
    }

    @AfterEach
    void quit() throws IOException {
        yoda.close();
        luke.close();
        cable.close();
        server.close();
    }

    private void bothTakeTheRelay() {
        yoda.chats().relay(luke.desktop.name, Acceptance.THIS_TIME);
        luke.desktop.isOnce(yoda.desktop, PeerState.RelayWanted.class);
        luke.chats().relay(yoda.desktop.name, Acceptance.THIS_TIME);
        yoda.desktop.isOnce(luke.desktop, PeerState.Relayed.class);
        luke.desktop.isOnce(yoda.desktop, PeerState.Relayed.class);
    }

    @Test
    void aRelayThatFlipsBitsBreaksTheLineAndNoWord() {
        bothTakeTheRelay();
        List<String> words = new ArrayList<>();

        for (int bit = 0; bit < Byte.SIZE; bit += 3) {
            cable.flip(30L * bit, 1 << bit);
            for (int word = 0; word < 10; word++) {
                words.add("bit %d, word %d".formatted(bit, word));
                yoda.desktop.says(words.getLast(), luke.desktop);
                luke.desktop.says(words.getLast(), yoda.desktop);
            }
            luke.desktop.hearsFrom(yoda.desktop, words.getLast());
            yoda.desktop.hearsFrom(luke.desktop, words.getLast());
        }

        assertThat(luke.desktop.textsFrom(yoda.desktop)).isEqualTo(words);
        assertThat(yoda.desktop.textsFrom(luke.desktop)).isEqualTo(words);
        assertThat(yoda.desktop.changes())
                .anyMatch(it -> it instanceof PeerChange.StateChanged(_, PeerState.Reconnecting _));
    }

    @Test
    void aThirdWhoComesWithAStolenTicketHearsNothingAndTheTwoMeetAllTheSame() throws Exception {
        yoda.chats().relay(luke.desktop.name, Acceptance.THIS_TIME);
        luke.desktop.isOnce(yoda.desktop, PeerState.RelayWanted.class);
        yoda.desktop.says("for luke alone", luke.desktop);

        try (Socket thief = new Socket(InetAddress.getLoopbackAddress(), server.address().port())) {
            thief.setSoTimeout(30_000);
            assertThat(RelayTalk.on(thief).come(luke.introduction().relay()))
                    .isEqualTo(new RelayTalk.Relayed());
            assertThat(hears(thief)).isEmpty();
        }

        bothTakeTheRelay();
        luke.desktop.hearsFrom(yoda.desktop, "for luke alone");
        yoda.desktop.talksWith(luke.desktop, "without jabba");
    }

    /// All that a peer with another key is told, until it is shut out.
    private byte[] hears(Socket relayed) throws IOException {
        Identity jabba = Identity.ofDesktop(Files.createDirectories(folder.resolve("jabba")));
        try {
            SSLSocket talk = TlsContexts.peer(jabba).acceptPeer(relayed);
            talk.startHandshake();
            return talk.getInputStream().readAllBytes();
        } catch (SocketTimeoutException notShutOut) {
            throw notShutOut;
        } catch (IOException shutOut) {
            return new byte[0];
        }
    }
}
