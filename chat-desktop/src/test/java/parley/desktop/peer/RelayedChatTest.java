package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class RelayedChatTest {
    private static final PeerState RELAYED =
            new PeerState.Relayed(Acquaintance.NEW, Acceptance.THIS_TIME);

    private final World world = new World();
    private final Player yoda = world.player("yoda");
    private final Player luke = world.player("luke");

    @BeforeEach
    void noAddressLeadsAnywhere() {
        world.server.relays();
        world.net.shut(yoda.address);
        world.net.shut(luke.address);
    }

    /// Both have agreed to talk, and the search begins.
    private void agree() {
        yoda.with(luke).open();
        world.passAMoment();
        luke.with(yoda).accept(Acceptance.THIS_TIME);
        world.passAMoment();
    }

    private PeerState noWay(Player to, Detour relay) {
        return new PeerState.NoWay(
                List.of(new Ending.Path(to.address, PathFailure.REFUSED)), relay);
    }

    private void bothTakeTheRelay() {
        agree();
        world.passSeconds(20);
        yoda.with(luke).relay(Acceptance.THIS_TIME);
        world.passAMoment();
        luke.with(yoda).relay(Acceptance.THIS_TIME);
        world.passAMoment();
    }

    @Nested
    class WhereNoDirectWayIsFound {
        @BeforeEach
        void search() {
            agree();
            world.passSeconds(20);
        }

        @Test
        void bothAreToldWhichAddressesFailedAndHow() {
            assertThat(yoda.state(luke)).contains(noWay(luke, Detour.OFFERED));
            assertThat(luke.state(yoda)).contains(noWay(yoda, Detour.OFFERED));
        }

        @Test
        void nothingComesToTheRelayByItself() {
            world.passSeconds(600);

            assertThat(world.relay.visits()).isZero();
        }

        @Test
        void theOtherIsAskedAndBothMeetThere() {
            String id = yoda.says("by way of the relay", luke);

            yoda.with(luke).relay(Acceptance.THIS_TIME);
            world.passAMoment();
            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Relaying.class);
            assertThat(luke.state(yoda)).get().isInstanceOf(PeerState.RelayWanted.class);
            luke.with(yoda).relay(Acceptance.THIS_TIME);
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(RELAYED);
            assertThat(luke.state(yoda)).contains(RELAYED);
            assertThat(luke.heard(yoda)).containsExactly("by way of the relay");
            assertThat(yoda.moves(luke, id)).contains(MessageState.DELIVERED);
            assertThat(world.net.open()).isOne();
        }

        @Test
        void bothTakeItAtTheSameInstant() {
            yoda.with(luke).relay(Acceptance.THIS_TIME);
            luke.with(yoda).relay(Acceptance.THIS_TIME);
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(RELAYED);
            assertThat(luke.state(yoda)).contains(RELAYED);
        }

        @Test
        void aNoIsTold() {
            yoda.with(luke).relay(Acceptance.THIS_TIME);
            world.passAMoment();
            luke.with(yoda).decline();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(noWay(luke, Detour.DECLINED));
            assertThat(luke.state(yoda)).contains(noWay(yoda, Detour.OFFERED));
        }

        @Test
        void whoDoesNotAnswerIsWaitedForAMinute() {
            yoda.with(luke).relay(Acceptance.THIS_TIME);
            world.passSeconds(61);

            assertThat(yoda.state(luke)).contains(noWay(luke, Detour.NO_ANSWER));
            assertThat(luke.state(yoda)).contains(noWay(yoda, Detour.OFFERED));
        }

        @Test
        void whoHasEndedTheChatIsNotWaitedFor() {
            luke.with(yoda).end();

            yoda.with(luke).relay(Acceptance.THIS_TIME);
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(noWay(luke, Detour.DECLINED));
        }

        @Test
        void aTicketThatIsGoodNoMoreHasItsWord() {
            world.relay.shut();

            yoda.with(luke).relay(Acceptance.THIS_TIME);
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(noWay(luke, Detour.EXPIRED));
        }

        @Test
        void aFurtherTryBeginsAnewAndWhatWasWrittenWaitsForIt() {
            yoda.says("written meanwhile", luke);
            world.net.openAgain(luke.address);

            yoda.with(luke).open();
            world.passAMoment();
            luke.with(yoda).accept(Acceptance.THIS_TIME);
            world.passAMoment();

            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
            assertThat(luke.heard(yoda)).containsExactly("written meanwhile");
        }

        @Test
        void theOwnerMayEndIt() {
            yoda.with(luke).end();

            assertThat(yoda.state(luke)).contains(new PeerState.Ended(new Ending.ByMe()));
        }

        @Test
        void aWayThatOpensMeanwhileIsTakenWithoutTheRelay() {
            yoda.with(luke).relay(Acceptance.THIS_TIME);
            world.passAMoment();
            world.net.openAgain(luke.address);
            world.passSeconds(3);

            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
            assertThat(luke.state(yoda)).get().isInstanceOf(PeerState.Direct.class);
            assertThat(world.net.open()).isOne();
        }
    }

    @Test
    void whoIsStillSearchingIsAskedToo() {
        yoda.known.relays(luke.name, Acceptance.FROM_NOW_ON);
        yoda.with(luke).open();
        world.passAMoment();
        luke.lag(Duration.ofSeconds(5));
        luke.with(yoda).accept(Acceptance.THIS_TIME);
        world.passAMoment();
        luke.lag(Duration.ZERO);
        world.passSeconds(25);

        assertThat(luke.states(yoda))
                .doesNotHaveAnyElementsOfTypes(PeerState.NoWay.class)
                .filteredOn(PeerState.RelayWanted.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aServerWithoutARelayLeavesNothingToChoose() {
        World other = new World();
        Player han = other.player("han");
        Player leia = other.player("leia");
        other.net.shut(han.address);
        other.net.shut(leia.address);
        han.with(leia).open();
        other.passAMoment();
        leia.with(han).accept(Acceptance.THIS_TIME);
        other.passSeconds(21);

        han.with(leia).relay(Acceptance.THIS_TIME);

        assertThat(han.state(leia))
                .get()
                .asInstanceOf(InstanceOfAssertFactories.type(PeerState.Ended.class))
                .extracting(PeerState.Ended::why)
                .isInstanceOf(Ending.NoWay.class);
    }

    @Nested
    class WhereBothHaveSaidAlways {
        @Test
        void theRelayIsTakenWithoutAsking() {
            yoda.known.relays(luke.name, Acceptance.FROM_NOW_ON);
            luke.known.relays(yoda.name, Acceptance.FROM_NOW_ON);

            agree();
            world.passSeconds(21);

            PeerState always = new PeerState.Relayed(Acquaintance.NEW, Acceptance.FROM_NOW_ON);
            assertThat(yoda.state(luke)).contains(always);
            assertThat(luke.state(yoda)).contains(always);
        }

        @Test
        void itIsRememberedAndCanBeTakenBack() {
            agree();
            world.passSeconds(20);
            yoda.with(luke).relay(Acceptance.FROM_NOW_ON);
            world.passAMoment();
            luke.with(yoda).relay(Acceptance.THIS_TIME);
            world.passAMoment();
            assertThat(yoda.known.relays(luke.name)).isEqualTo(Acceptance.FROM_NOW_ON);
            assertThat(luke.known.relays(yoda.name)).isEqualTo(Acceptance.THIS_TIME);

            yoda.with(luke).relayConsent(Acceptance.THIS_TIME);

            assertThat(yoda.known.relays(luke.name)).isEqualTo(Acceptance.THIS_TIME);
            assertThat(yoda.state(luke)).contains(RELAYED);
        }
    }

    @Nested
    class OnceRelayed {
        @BeforeEach
        void relay() {
            bothTakeTheRelay();
        }

        @Test
        void aLineThatBreaksComesAgainOverTheRelayAndEachWordArrivesOnce() {
            yoda.says("before", luke);
            world.passAMoment();
            world.net.cut();
            yoda.says("after", luke);
            luke.says("and back", yoda);
            world.passSeconds(2);

            assertThat(yoda.state(luke)).contains(RELAYED);
            assertThat(luke.state(yoda)).contains(RELAYED);
            assertThat(luke.heard(yoda)).containsExactly("before", "after");
            assertThat(yoda.heard(luke)).containsExactly("and back");
            assertThat(world.net.open()).isOne();
        }

        @Test
        void aDirectWayThatHasOpenedMayTakeThePlaceOfABrokenRelay() {
            world.relay.shut();
            world.net.openAgain(luke.address);
            world.net.cut();
            world.passSeconds(2);

            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
            assertThat(luke.state(yoda)).get().isInstanceOf(PeerState.Direct.class);
        }

        @Test
        void aRelayThatIsGoneForGoodEndsTheChatAfterAMinute() {
            world.relay.shut();
            world.net.cut();
            world.passSeconds(61);

            assertThat(yoda.state(luke)).contains(new PeerState.Ended(new Ending.Lost()));
        }

        @Test
        void aGoodByeEndsItAtBothSides() {
            yoda.with(luke).end();
            world.passAMoment();

            assertThat(luke.state(yoda)).contains(new PeerState.Ended(new Ending.ByOther()));
        }
    }
}
