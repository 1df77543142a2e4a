package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.protocol.Request;

import java.time.Duration;
import java.util.List;

class ConsentTest {
    private final World world = new World();
    private final Player yoda = world.player("yoda");
    private final Player luke = world.player("luke");

    private void yodaAsks() {
        yoda.with(luke).open();
        world.passAMoment();
    }

    @Test
    void whoIsAskedGivesNoAddressAwayBeforeSayingYes() {
        yodaAsks();
        world.passSeconds(30);
        assertThat(world.server.saidBy(luke.name)).isEmpty();

        luke.with(yoda).accept(Acceptance.THIS_TIME);

        assertThat(world.server.saidBy(luke.name))
                .singleElement()
                .isInstanceOf(Request.PrivateAccept.class);
    }

    @Test
    void whoDeclinesGivesNoAddressAwayAtAll() {
        yodaAsks();
        luke.with(yoda).decline();

        assertThat(world.server.saidBy(luke.name))
                .singleElement()
                .isInstanceOf(Request.PrivateDecline.class);
    }

    @Test
    void everyoneMeansThatNobodyIsAsked() {
        luke.chats.consent(Consent.EVERYONE);

        yodaAsks();

        assertThat(luke.state(yoda)).contains(new PeerState.Direct(Acquaintance.NEW));
    }

    @Test
    void nobodyMeansANoAtOnceOfWhichTheOwnerSeesNothing() {
        luke.chats.consent(Consent.NOBODY);

        yodaAsks();

        assertThat(yoda.state(luke)).contains(new PeerState.Ended(new Ending.Declined()));
        assertThat(luke.states(yoda)).isEmpty();
    }

    @Test
    void nobodyHoldsForThoseWhoAreWelcomeToo() {
        luke.known.welcome(yoda.name, yoda.key);
        luke.chats.consent(Consent.NOBODY);

        yodaAsks();

        assertThat(yoda.state(luke)).contains(new PeerState.Ended(new Ending.Declined()));
        assertThat(luke.states(yoda)).isEmpty();
    }

    @Test
    void whoLetsNobodyInMayAskAllTheSame() {
        yoda.chats.consent(Consent.NOBODY);

        yodaAsks();
        luke.with(yoda).accept(Acceptance.THIS_TIME);
        world.passAMoment();

        assertThat(yoda.state(luke)).contains(new PeerState.Direct(Acquaintance.NEW));
    }

    @Test
    void whoHasBegunToTalkIsLetInAgainAfterALineThatOnlyTheOtherSideLost() {
        world.join(luke, yoda);
        luke.chats.consent(Consent.NOBODY);
        world.net.silence();
        yoda.with(luke).end();
        yodaAsks();
        world.passAMoment();

        assertThat(luke.state(yoda)).get().isInstanceOf(PeerState.Direct.class);
    }

    @Test
    void whoGivesTheirAddressToNobodyNamesNoneAndBothMeetAtTheRelayWithoutSearching() {
        world.server.relays();
        yoda.hide();

        yodaAsks();
        luke.with(yoda).accept(Acceptance.THIS_TIME);
        world.passAMoment();
        assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Relaying.class);
        assertThat(luke.state(yoda)).get().isInstanceOf(PeerState.RelayWanted.class);
        luke.with(yoda).relay(Acceptance.THIS_TIME);
        world.passAMoment();

        assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Relayed.class);
        assertThat(world.server.saidBy(yoda.name))
                .contains(new Request.Private("luke", List.of(), yoda.key.wire()));
        assertThat(world.net.dials()).isZero();
    }

    @Test
    void whoIsInvitedMayHideToo() {
        world.server.relays();
        luke.hide();

        yodaAsks();
        luke.with(yoda).accept(Acceptance.THIS_TIME);
        world.passAMoment();
        yoda.with(luke).relay(Acceptance.THIS_TIME);
        world.passAMoment();

        assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Relayed.class);
        assertThat(world.net.dials()).isZero();
    }

    @Test
    void aHiddenOneDialsNobodyWhenTheRelayBreaksEither() {
        whoGivesTheirAddressToNobodyNamesNoneAndBothMeetAtTheRelayWithoutSearching();

        world.net.cut();
        world.strand.pass(Duration.ofSeconds(5));

        assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Relayed.class);
        assertThat(world.net.dials()).isZero();
    }

    @Test
    void withoutARelayWhoHidesFindsNoWayAndNobodyWaits() {
        yoda.hide();

        yodaAsks();
        luke.with(yoda).accept(Acceptance.THIS_TIME);
        world.passAMoment();

        PeerState noWay = new PeerState.Ended(new Ending.NoWay(List.of()));
        assertThat(yoda.state(luke)).contains(noWay);
        assertThat(luke.state(yoda)).contains(noWay);
    }
}
