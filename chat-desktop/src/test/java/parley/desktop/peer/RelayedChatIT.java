package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.identity.Identity;
import parley.identity.TlsContexts;
import parley.protocol.Role;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import javax.net.ssl.SSLSocket;

/// Private chats through the relay of a real server.
class RelayedChatIT extends TwoAtOneServer {
    @Test
    void bothAgreeAndTalkThroughTheServerWhichComesAgainWhenTheRelayBreaks() {
        meetAtTheRelay(Acceptance.THIS_TIME);
        yoda.desktop.talksWith(luke.desktop, "first");
        forget();

        yoda.cable.pull();
        yoda.cable.plugIn();

        luke.desktop.isOnce(yoda.desktop, PeerState.Reconnecting.class);
        bothAreRelayed();
        yoda.desktop.talksWith(luke.desktop, "second");
    }

    @Test
    void whatTheRelayFalsifiesIsNeverShownAndTheWordsArriveOnce() {
        meetAtTheRelay(Acceptance.THIS_TIME);
        yoda.desktop.talksWith(luke.desktop, "first");
        forget();

        yoda.cable.flip(40, 1);
        yoda.desktop.talksWith(luke.desktop, "second");

        assertThat(luke.desktop.textsFrom(yoda.desktop)).containsExactly("second there");
        luke.desktop.isOnce(yoda.desktop, PeerState.Reconnecting.class);
    }

    @Test
    void aNoIsToldAtOnce() {
        agree();
        yoda.desktop.isOnce(luke.desktop, PeerState.NoWay.class);
        forget();
        yoda.desktop.service.relay(luke.desktop.name, Acceptance.THIS_TIME);
        luke.desktop.isOnce(yoda.desktop, PeerState.RelayWanted.class);
        luke.desktop.service.decline(yoda.desktop.name);

        PeerState state = yoda.desktop.isOnce(luke.desktop, PeerState.NoWay.class);

        assertThat(((PeerState.NoWay) state).relay()).isEqualTo(Detour.DECLINED);
    }

    @Test
    void alwaysMeansThatTheNextTimeNobodyIsAsked() {
        meetAtTheRelay(Acceptance.FROM_NOW_ON);
        luke.desktop.service.end(yoda.desktop.name);
        yoda.desktop.isOnce(luke.desktop, PeerState.Ended.class);
        forget();

        yoda.desktop.service.open(luke.desktop.name);

        bothAreRelayed();
        yoda.desktop.talksWith(luke.desktop, "again");
    }

    @Test
    void whoComesWithAStolenTicketHasNotTheKey() throws Exception {
        agree();
        yoda.desktop.isOnce(luke.desktop, PeerState.NoWay.class);
        yoda.desktop.service.relay(luke.desktop.name, Acceptance.THIS_TIME);
        luke.desktop.isOnce(yoda.desktop, PeerState.RelayWanted.class);

        stealIn(luke.ticket());
        luke.desktop.service.relay(yoda.desktop.name, Acceptance.THIS_TIME);

        bothAreRelayed();
        yoda.desktop.talksWith(luke.desktop, "only us");
    }

    /// Comes to the relay in luke's place, and is shut out by who finds another key there.
    private void stealIn(String ticket) throws Exception {
        Identity jabba = Identity.ofDesktop(Files.createDirectories(folder.resolve("jabba")));
        try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            assertThat(RelayTalk.on(raw).come(ticket)).isEqualTo(new RelayTalk.Relayed());
            Role role = luke.introduced.join().role();
            assertThat(role).isEqualTo(Role.LISTEN);
            SSLSocket talk = TlsContexts.peer(jabba).acceptPeer(raw);
            talk.startHandshake();
            assertThat(talk.getInputStream().read()).isNegative();
        }
    }

    @Test
    void noAddressOfWhoHidesIsInAnyByteThatTheOtherGets() {
        yoda.desktop.service.disclose(Disclosure.TO_NOBODY);
        String port = Integer.toString(yoda.desktop.service.port());

        agree();
        luke.desktop.isOnce(yoda.desktop, PeerState.RelayWanted.class);
        luke.desktop.service.relay(yoda.desktop.name, Acceptance.THIS_TIME);
        bothAreRelayed();
        yoda.desktop.talksWith(luke.desktop, "where am I");

        String heard = new String(luke.cable.heard(), StandardCharsets.ISO_8859_1);
        assertThat(heard)
                .contains("private-ready")
                .contains("\"addresses\":[]")
                .doesNotContain("127.0.0.1", "::1", port);
    }
}
