package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.protocol.Event;
import parley.protocol.Role;
import parley.protocol.UserName;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class PrivateChatTest {
    private final World world = new World();
    private final Player yoda = world.player("yoda");
    private final Player luke = world.player("luke");

    private static PeerState ended(Ending why) {
        return new PeerState.Ended(why);
    }

    @Nested
    class BeforeTheyMeet {
        @Test
        void theOtherIsAskedAndThenBothAreDirect() {
            yoda.with(luke).open();
            world.passAMoment();
            luke.with(yoda).accept(Acceptance.THIS_TIME);
            world.passAMoment();

            assertThat(yoda.states(luke))
                    .containsExactly(
                            new PeerState.Inviting(),
                            new PeerState.Connecting(),
                            new PeerState.Direct(Acquaintance.NEW));
            assertThat(luke.states(yoda))
                    .containsExactly(
                            new PeerState.Invited(Acquaintance.NEW),
                            new PeerState.Connecting(),
                            new PeerState.Direct(Acquaintance.NEW));
            assertThat(world.net.open()).isOne();
        }

        @Test
        void bothAskAtTheSameInstant() {
            yoda.with(luke).open();
            luke.with(yoda).open();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(new PeerState.Direct(Acquaintance.NEW));
            assertThat(luke.state(yoda)).contains(new PeerState.Direct(Acquaintance.NEW));
            assertThat(luke.states(yoda)).doesNotHaveAnyElementsOfTypes(PeerState.Invited.class);
            assertThat(world.net.open()).isOne();
        }

        @Test
        void anInvitationIsAcceptedByADoubleClick() {
            yoda.with(luke).open();
            world.passAMoment();
            luke.with(yoda).open();
            world.passAMoment();

            assertThat(luke.state(yoda)).contains(new PeerState.Direct(Acquaintance.NEW));
        }

        @Test
        void aDeclineIsTold() {
            yoda.with(luke).open();
            world.passAMoment();
            luke.with(yoda).decline();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(ended(new Ending.Declined()));
            assertThat(luke.state(yoda)).contains(ended(new Ending.DeclinedByMe()));
        }

        @Test
        void aRequestCanBeTakenBack() {
            yoda.with(luke).open();
            world.passAMoment();
            yoda.with(luke).cancel();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(ended(new Ending.Cancelled()));
            assertThat(luke.state(yoda)).contains(ended(new Ending.Cancelled()));
        }

        @Test
        void aRequestTakenBackBeforeTheServerAnsweredIsTakenBackThere() {
            yoda.with(luke).open();
            yoda.with(luke).cancel();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(ended(new Ending.Cancelled()));
            assertThat(luke.state(yoda)).contains(ended(new Ending.Cancelled()));
        }

        @Test
        void whoIsOfflineCannotBeAsked() {
            world.server.signOut(luke.name);

            yoda.with(luke).open();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(ended(new Ending.Offline()));
        }

        @Test
        void withoutAServerNobodyCanBeAsked() {
            world.server.die();

            yoda.with(luke).open();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(ended(new Ending.NoServer()));
        }

        @Test
        void theLossOfTheServerEndsWhatItHadNotArrangedYet() {
            yoda.with(luke).open();
            world.passAMoment();
            yoda.chats.serverLost();
            luke.chats.serverLost();

            assertThat(yoda.state(luke)).contains(ended(new Ending.NoServer()));
            assertThat(luke.state(yoda)).contains(ended(new Ending.NoServer()));
        }

        @Test
        void wordsSaidMeanwhileWaitForTheLine() {
            yoda.with(luke).open();
            String id = yoda.says("first words", luke);
            world.passAMoment();
            luke.with(yoda).accept(Acceptance.THIS_TIME);
            world.passAMoment();

            assertThat(luke.heard(yoda)).containsExactly("first words");
            assertThat(yoda.moves(luke, id))
                    .containsExactly(
                            MessageState.WAITING, MessageState.SENT, MessageState.DELIVERED);
        }

        @Test
        void wordsSaidToNobodyAreUndelivered() {
            String id = yoda.says("anybody there?", luke);

            assertThat(yoda.moves(luke, id)).endsWith(MessageState.UNDELIVERED);
        }
    }

    @Nested
    class WhenTheyCannotMeet {
        @Test
        void theAddressesAreNamedWithWhatWasWrong() {
            world.net.shut(luke.address);
            world.net.shut(yoda.address);

            world.join(yoda, luke);
            world.passSeconds(19);
            assertThat(yoda.state(luke)).contains(new PeerState.Connecting());
            world.passSeconds(1);

            assertThat(yoda.state(luke))
                    .contains(
                            ended(
                                    new Ending.NoWay(
                                            List.of(
                                                    new Ending.Path(
                                                            luke.address, PathFailure.REFUSED)))));
        }

        @Test
        void theOtherSideDialsAfterThreeSeconds() {
            world.net.shut(luke.address);

            world.join(yoda, luke);
            assertThat(yoda.state(luke)).contains(new PeerState.Connecting());
            world.passSeconds(3);

            assertThat(yoda.state(luke)).contains(new PeerState.Direct(Acquaintance.NEW));
            assertThat(luke.state(yoda)).contains(new PeerState.Direct(Acquaintance.NEW));
            assertThat(world.net.open()).isOne();
        }

        @Test
        void whoComesBeforeTheServersWordWaitsForIt() {
            world.server.signOut(luke.name);
            Player late = world.player("luke");
            late.known.welcome(yoda.name, yoda.key);
            late.lag(Duration.ofSeconds(4));

            yoda.with(late).open();
            world.passSeconds(8);
            world.passAMoment();

            assertThat(yoda.state(late)).contains(new PeerState.Direct(Acquaintance.NEW));
            assertThat(late.state(yoda)).contains(new PeerState.Direct(Acquaintance.WELCOME));
            assertThat(world.net.open()).isOne();
        }

        @Test
        void whoseSessionTheServerNeverNamesIsShutOutAfterFiveSeconds() {
            world.server.signOut(luke.name);
            Player late = world.player("luke");
            late.known.welcome(yoda.name, yoda.key);
            yoda.with(late).open();
            late.lag(Duration.ofHours(1));
            world.passAMoment();
            assertThat(world.net.open()).isOne();

            world.passSeconds(5);

            assertThat(world.net.open()).isZero();
        }

        @Test
        void whoGivesUpWhileConnectingIsBelieved() {
            world.net.shut(luke.address);
            world.join(yoda, luke);

            yoda.with(luke).end();
            world.passSeconds(12);

            assertThat(luke.state(yoda)).contains(ended(new Ending.ByOther()));
        }
    }

    @Nested
    class OnceTheyHaveMet {
        @BeforeEach
        void meet() {
            world.join(yoda, luke);
        }

        @Test
        void theyTalkBothWays() {
            String hi = yoda.says("hi", luke);
            luke.says("hello", yoda);
            world.passAMoment();
            luke.with(yoda).dialogue().read(hi);
            world.passAMoment();

            assertThat(luke.heard(yoda)).containsExactly("hi");
            assertThat(yoda.heard(luke)).containsExactly("hello");
            assertThat(yoda.moves(luke, hi)).endsWith(MessageState.DELIVERED, MessageState.READ);
        }

        @Test
        void typingIsSaidOnceInAWhile() {
            IntStream.range(0, 10).forEach(_ -> yoda.with(luke).dialogue().typing());
            world.passAMoment();

            assertThat(luke.typings(yoda)).isOne();
        }

        @Test
        void theyAreLetInTheNextTimeWithoutAsking() {
            yoda.with(luke).end();
            world.passAMoment();

            yoda.with(luke).open();
            world.passAMoment();

            assertThat(luke.state(yoda)).contains(new PeerState.Direct(Acquaintance.WELCOME));
        }

        @Test
        void theServersDeathEndsNothing() {
            world.server.die();
            yoda.chats.serverLost();
            luke.chats.serverLost();
            yoda.says("still here", luke);
            world.passAMoment();

            assertThat(luke.heard(yoda)).containsExactly("still here");
        }

        @Test
        void aBrokenLineIsDialledAgainAndNothingIsLostOrDoubled() {
            world.server.die();
            yoda.says("one", luke);
            luke.says("eins", yoda);
            world.net.cut();
            yoda.says("two", luke);
            luke.says("zwei", yoda);
            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Reconnecting.class);
            world.passSeconds(2);

            assertThat(yoda.state(luke)).contains(new PeerState.Direct(Acquaintance.NEW));
            assertThat(luke.heard(yoda)).containsExactly("one", "two");
            assertThat(yoda.heard(luke)).containsExactly("eins", "zwei");
            assertThat(world.net.open()).isOne();
        }

        @Test
        void aSilentLineIsDeadAfterTwentySeconds() {
            world.net.silence();
            yoda.says("into the void", luke);
            world.passSeconds(19);
            assertThat(yoda.state(luke)).contains(new PeerState.Direct(Acquaintance.NEW));
            world.passSeconds(8);

            assertThat(yoda.state(luke)).contains(new PeerState.Direct(Acquaintance.NEW));
            assertThat(yoda.states(luke)).hasAtLeastOneElementOfType(PeerState.Reconnecting.class);
            assertThat(luke.heard(yoda)).containsExactly("into the void");
        }

        @Test
        void aMinuteWithoutALineIsTheEnd() {
            String id = yoda.says("lost words", luke);
            world.net.shut(yoda.address);
            world.net.shut(luke.address);
            world.net.cut();
            world.passSeconds(59);
            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Reconnecting.class);
            world.passSeconds(1);

            assertThat(yoda.state(luke)).contains(ended(new Ending.Lost()));
            assertThat(yoda.moves(luke, id)).endsWith(MessageState.UNDELIVERED);
        }

        @Test
        void whoLeavesWhileTheLineIsBrokenIsBelievedWhenItIsBack() {
            world.net.shut(yoda.address);
            world.net.shut(luke.address);
            world.net.cut();
            yoda.with(luke).end();
            world.passSeconds(10);
            world.net.openAgain(yoda.address);
            world.passSeconds(10);

            assertThat(luke.state(yoda)).contains(ended(new Ending.ByOther()));
        }

        @Test
        void aChangedNetworkIsNoticedAtOnceWhereTheLineIsDead() {
            world.net.silence();
            yoda.chats.moved();
            world.passSeconds(4);

            assertThat(yoda.states(luke)).anyMatch(PeerState.Reconnecting.class::isInstance);
            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
        }

        @Test
        void aChangedNetworkLeavesALineThatLives() {
            yoda.chats.moved();
            world.passSeconds(10);

            assertThat(yoda.states(luke)).noneMatch(PeerState.Reconnecting.class::isInstance);
        }

        @Test
        void anIdleLineStays() {
            world.passSeconds(3_600);

            assertThat(yoda.states(luke)).hasSize(3);
            assertThat(world.net.open()).isOne();
        }

        @Test
        void aNewSessionReplacesTheOldOne() {
            Player again = world.player("luke");
            world.net.silence();
            again.known.remember(yoda.name, yoda.key);
            again.with(yoda).open();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(new PeerState.Invited(Acquaintance.CHANGED));
            yoda.with(luke).accept(Acceptance.FROM_NOW_ON);
            world.passAMoment();
            assertThat(yoda.state(luke)).contains(new PeerState.Direct(Acquaintance.CHANGED));
            world.passSeconds(60);
            again.says("new machine", yoda);
            world.passAMoment();
            assertThat(yoda.heard(luke)).containsExactly("new machine");
        }

        @Test
        void aDeclinedNewKeyLeavesTheOldChatAlone() {
            Player impostor = world.player("luke");
            impostor.with(yoda).open();
            world.passAMoment();

            yoda.with(luke).decline();
            world.passAMoment();
            luke.says("I am still I", yoda);
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(new PeerState.Direct(Acquaintance.NEW));
            assertThat(yoda.heard(luke)).containsExactly("I am still I");
            assertThat(impostor.state(yoda)).contains(ended(new Ending.Declined()));
        }
    }

    @Nested
    class WithAnotherKeyThanBefore {
        @BeforeEach
        void lukeHadAnotherKey() {
            yoda.known.welcome(luke.name, new Player("luke", 20, new World()).key);
        }

        @Test
        void nothingGoesOnBeforeTheOwnerHasDecided() {
            world.join(yoda, luke);
            world.passSeconds(5);

            assertThat(yoda.state(luke)).contains(new PeerState.KeyChanged(luke.key));
            yoda.with(luke).open();
            world.passSeconds(5);
            assertThat(yoda.state(luke)).contains(new PeerState.KeyChanged(luke.key));
        }

        @Test
        void aYesGoesOn() {
            world.join(yoda, luke);
            yoda.with(luke).accept(Acceptance.THIS_TIME);
            world.passSeconds(4);

            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
            assertThat(yoda.known.look(luke.name, luke.key)).isEqualTo(Acquaintance.KNOWN);
        }

        @Test
        void aLateYesAsksAnew() {
            world.join(yoda, luke);
            world.passSeconds(60);
            assertThat(luke.state(yoda)).get().isInstanceOf(PeerState.Ended.class);

            yoda.with(luke).accept(Acceptance.THIS_TIME);
            world.passSeconds(4);

            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
        }

        @Test
        void aNoIsTheEndOnBothSides() {
            world.join(yoda, luke);
            yoda.with(luke).decline();
            world.passSeconds(12);

            assertThat(yoda.state(luke)).contains(ended(new Ending.OtherKey()));
            assertThat(luke.state(yoda)).contains(ended(new Ending.ByOther()));
        }

        @Test
        void everyoneIsNotThem() {
            yoda.chats.consent(Consent.EVERYONE);

            luke.with(yoda).open();
            world.passAMoment();

            assertThat(yoda.state(luke)).contains(new PeerState.Invited(Acquaintance.CHANGED));
        }
    }

    @Test
    void everyoneIsLetInWhereTheOwnerWantsIt() {
        luke.chats.consent(Consent.EVERYONE);

        yoda.with(luke).open();
        world.passAMoment();

        assertThat(luke.state(yoda)).contains(new PeerState.Direct(Acquaintance.NEW));
    }

    @Test
    void whatTheServerSaysOfNobodysSessionIsIgnored() {
        yoda.chats.hear(
                new Event.PrivateReady(
                        "unheard-of",
                        UserName.of("han"),
                        Role.DIAL,
                        List.of(luke.address),
                        luke.key.wire(),
                        ""));
        world.passAMoment();

        assertThat(world.net.open()).isZero();
    }
}
