package parley.desktop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerMessage;
import parley.desktop.peer.PeerState;
import parley.desktop.state.ClientState;
import parley.desktop.state.HandTimers;
import parley.desktop.state.Told;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.Optional;

class NoticeRuleTest {
    private static final UserName LUKE = UserName.of("luke");
    private static final String SECRET = "the plans are behind the blue lamp";

    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final ClientState state = new ClientState(timers, timers);
    private final NoticeRule rule = new NoticeRule(state);

    private Optional<Notice> worth(PeerChange change) {
        Told.change(state, change);
        return rule.of(change);
    }

    private static PeerChange said() {
        return new PeerChange.MessageArrived(LUKE, new PeerMessage("a", SECRET, Instant.EPOCH));
    }

    @Test
    void whatIsSaidPrivatelyIsNotRepeated() {
        assertThat(worth(said())).get().extracting(Notice::words).asString().isNotBlank();
        assertThat(rule.of(said()).toString()).doesNotContain(SECRET);
    }

    @Test
    void whatIsKeptAnywayMayBeRepeated() {
        worth(new PeerChange.StateChanged(LUKE, new PeerState.Direct(Acquaintance.KNOWN)));
        state.privateChat(LUKE).orElseThrow().keep();

        assertThat(worth(said())).get().extracting(Notice::words).isEqualTo(SECRET);
    }

    @Test
    void thatTheOtherSideKeepsTheChatIsSaidButNotThatItKeepsItNoMore() {
        worth(new PeerChange.StateChanged(LUKE, new PeerState.Direct(Acquaintance.KNOWN)));

        assertThat(worth(new PeerChange.KeptThere(LUKE, true))).isPresent();
        assertThat(worth(new PeerChange.KeptThere(LUKE, false))).isEmpty();
    }
}
