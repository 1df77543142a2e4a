package parley.desktop.privatechat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.FakeClient;
import parley.desktop.client.Change;
import parley.desktop.local.KeptChat;
import parley.desktop.local.KeptWord;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerMessage;
import parley.desktop.peer.PeerState;
import parley.desktop.state.ClientState;
import parley.desktop.state.HandTimers;
import parley.desktop.state.PrivateChatState;
import parley.desktop.state.Told;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.List;

class KeeperTest {
    private static final UserName LUKE = UserName.of("luke");

    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final ClientState state = new ClientState(timers, timers);
    private final FakeClient disk = new FakeClient();
    private final Keeper keeper = new Keeper(state, disk.kept());

    @BeforeEach
    void theyTalk() {
        assertThat(keeper).isNotNull();
        tell(new PeerChange.StateChanged(LUKE, new PeerState.Direct(Acquaintance.KNOWN)));
    }

    private void tell(PeerChange change) {
        Told.change(state, change);
    }

    private static PeerMessage message(String id, String text) {
        return new PeerMessage(id, text, Instant.EPOCH);
    }

    private void lukeSays(String id, String text) {
        tell(new PeerChange.MessageArrived(LUKE, message(id, text)));
    }

    private PrivateChatState luke() {
        return state.privateChat(LUKE).orElseThrow();
    }

    @Test
    void nothingIsKeptByDefault() {
        lukeSays("a", "Here nobody listens.");
        luke().said(message("b", "Nobody but the swamp."), MessageState.WAITING);
        tell(new PeerChange.MessageMoved(LUKE, "b", MessageState.READ));
        tell(new PeerChange.KeptThere(LUKE, true));

        assertThat(disk.asked()).isEmpty();
    }

    @Test
    void whatIsSaidFromThenOnIsKeptAndNothingFromBefore() {
        lukeSays("a", "Here nobody listens.");
        luke().keep();
        lukeSays("b", "Then here are the plans.");
        luke().said(message("c", "Good."), MessageState.WAITING);
        tell(new PeerChange.MessageMoved(LUKE, "c", MessageState.READ));

        assertThat(disk.asked())
                .containsExactly(
                        "keep luke",
                        "keep of luke: Then here are the plans.",
                        "keep of luke: Good.",
                        "keep that c to luke is READ");
    }

    @Test
    void whoStopsKeepingDeletesAndKeepsNothingAfterwards() {
        luke().keep();
        disk.asked();

        luke().stopKeeping();
        lukeSays("b", "Are you sure?");

        assertThat(disk.asked()).containsExactly("keep nothing of luke");
    }

    @Test
    void whatWasKeptIsShownAtTheNextStartAndNotWrittenTwice() {
        UserName leia = UserName.of("leia");
        Told.change(
                state,
                new Change.Kept(
                        List.of(
                                new KeptChat(
                                        leia,
                                        Instant.EPOCH,
                                        List.of(new KeptWord.Heard(message("a", "Safe.")))))));
        assertThat(disk.asked()).isEmpty();

        tell(new PeerChange.MessageArrived(leia, message("b", "And sound.")));

        assertThat(disk.asked()).containsExactly("keep of leia: And sound.");
    }
}
