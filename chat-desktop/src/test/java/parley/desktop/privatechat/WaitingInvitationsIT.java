package parley.desktop.privatechat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.kit.Fx;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.Ending;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerState;
import parley.desktop.state.ClientState;
import parley.desktop.state.EventApplier;
import parley.desktop.state.HandTimers;
import parley.desktop.state.Place;
import parley.protocol.UserName;

import java.time.Instant;

class WaitingInvitationsIT {
    private static final UserName LUKE = UserName.of("luke");

    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final ClientState state = Fx.get(() -> new ClientState(timers, timers));
    private final EventApplier door = new EventApplier(state);
    private final WaitingInvitations invitations = Fx.get(() -> new WaitingInvitations(state));

    @BeforeEach
    void lukeAsks() {
        luke(new PeerState.Invited(Acquaintance.NEW));
    }

    private void luke(PeerState now) {
        door.hear(new PeerChange.StateChanged(LUKE, now));
        Fx.frame();
    }

    @Test
    void oneWaitsUntilItIsAnsweredOrTakenBack() {
        assertThat(invitations.waiting()).extracting(Invitation::name).containsExactly("luke");

        luke(new PeerState.Ended(new Ending.Cancelled()));

        assertThat(invitations.waiting()).isEmpty();
    }

    @Test
    void whoLooksAtItsPageIsNotAskedTwice() {
        Fx.run(() -> state.shownProperty().set(new Place.Privately(LUKE)));
        assertThat(invitations.waiting()).isEmpty();

        Fx.run(() -> state.shownProperty().set(new Place.Nowhere()));
        assertThat(invitations.waiting()).extracting(Invitation::name).containsExactly("luke");
    }
}
