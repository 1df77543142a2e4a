package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A person may have several computers, and what the owner has said of each counts for that one.
class VerifiedPeersTest {
    private final World world = new World();
    private final Player yoda = world.player("yoda");
    private final Player luke = world.player("luke");

    @Test
    void whoIsMetForTheFirstTimeIsNotVerifiedAndIsTalkedTo() {
        world.join(yoda, luke);

        yoda.says("hello", luke);
        world.passAMoment();

        assertThat(yoda.trust(luke)).contains(Trust.UNVERIFIED);
        assertThat(luke.heard(yoda)).containsExactly("hello");
    }

    @Test
    void aMarkIsToldAtOnceAndLastsForTheNextChat() {
        world.join(yoda, luke);
        yoda.with(luke).dialogue().mark(luke.key, Mark.VERIFIED);
        assertThat(yoda.trust(luke)).contains(Trust.VERIFIED);

        yoda.with(luke).end();
        world.passAMoment();
        yoda.with(luke).open();
        world.passAMoment();

        assertThat(yoda.trust(luke)).contains(Trust.VERIFIED);
        assertThat(luke.trust(yoda)).contains(Trust.UNVERIFIED);
    }

    @Nested
    class AnotherComputerOfAVerifiedPerson {
        private Player second;

        @BeforeEach
        void lukeIsVerifiedAndComesFromElsewhere() {
            world.join(yoda, luke);
            yoda.with(luke).dialogue().mark(luke.key, Mark.VERIFIED);
            yoda.with(luke).end();
            world.passAMoment();
            second = world.player("luke");
            second.known.remember(yoda.name, yoda.key);
            second.with(yoda).open();
            world.passAMoment();
            yoda.with(luke).accept(Acceptance.FROM_NOW_ON);
            world.passAMoment();
        }

        @Test
        void isHeardAndGetsNothingBeforeTheOwnerHasDecided() {
            String id = yoda.says("a secret", luke);
            yoda.with(luke).dialogue().typing();
            second.says("it is me", yoda);
            world.passSeconds(5);

            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
            assertThat(yoda.trust(luke)).contains(Trust.IN_DOUBT);
            assertThat(yoda.heard(luke)).containsExactly("it is me");
            assertThat(second.heard(yoda)).isEmpty();
            assertThat(second.typings(yoda)).isZero();
            assertThat(yoda.moves(luke, id)).containsExactly(MessageState.WAITING);
        }

        @Test
        void getsWhatWaitedOnceItIsVerified() {
            yoda.says("a secret", luke);
            yoda.with(luke).dialogue().mark(second.key, Mark.VERIFIED);
            world.passAMoment();

            assertThat(second.heard(yoda)).containsExactly("a secret");
            assertThat(yoda.known.keys(luke.name))
                    .extracting(KnownKey::mark)
                    .containsExactly(Mark.VERIFIED, Mark.VERIFIED);
        }

        @Test
        void getsWhatWaitedWhereTheOwnerSendsAnyway() {
            yoda.says("a secret", luke);
            yoda.with(luke).dialogue().mark(second.key, Mark.TOLERATED);
            world.passAMoment();

            assertThat(yoda.trust(luke)).contains(Trust.UNVERIFIED);
            assertThat(second.heard(yoda)).containsExactly("a secret");
        }

        @Test
        void getsNoMoreOnceTheMarkIsTakenBack() {
            yoda.with(luke).dialogue().mark(second.key, Mark.VERIFIED);
            yoda.with(luke).dialogue().mark(second.key, Mark.NONE);
            yoda.says("a secret", luke);
            world.passAMoment();

            assertThat(yoda.trust(luke)).contains(Trust.IN_DOUBT);
            assertThat(second.heard(yoda)).isEmpty();
        }

        @Test
        void staysInDoubtOverABrokenLine() {
            world.net.cut();
            yoda.says("a secret", luke);
            world.passSeconds(10);

            assertThat(yoda.state(luke)).get().isInstanceOf(PeerState.Direct.class);
            assertThat(second.heard(yoda)).isEmpty();
        }
    }

    @Test
    void aSecondComputerThatAsksDoesNotSilenceTheVerifiedOneThatTalks() {
        world.join(yoda, luke);
        yoda.with(luke).dialogue().mark(luke.key, Mark.VERIFIED);
        Player second = world.player("luke");
        second.with(yoda).open();
        world.passAMoment();
        yoda.says("still us", luke);
        world.passAMoment();

        assertThat(yoda.state(luke)).contains(new PeerState.Invited(Acquaintance.CHANGED));
        assertThat(luke.heard(yoda)).containsExactly("still us");
    }
}
