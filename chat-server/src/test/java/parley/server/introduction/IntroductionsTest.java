package parley.server.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.Event.PrivateDeclined;
import parley.protocol.Event.PrivateReady;
import parley.protocol.Event.PrivateRequest;
import parley.protocol.PeerAddress;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Role;
import parley.protocol.UserName;
import parley.server.ManualClock;
import parley.server.MemoryBlockStore;
import parley.server.RecordedDelivery;
import parley.server.block.Blocks;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class IntroductionsTest {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final UserName LEIA = UserName.of("leia");
    private static final InetAddress SEEN = InetAddress.ofLiteral("192.0.2.1");
    private static final PeerAddress ADDRESS = address("192.0.2.1:4711");
    private static final PeerAddress OTHER = address("192.0.2.1:4712");

    private final ManualClock clock = new ManualClock();
    private final RecordedDelivery delivery = new RecordedDelivery();
    private final Blocks blocks = new Blocks(new MemoryBlockStore(), clock);
    private final Set<UserName> online = new HashSet<>(List.of(YODA, LUKE, LEIA));
    private int sessions;
    private int tickets;
    private final RelayHub relays =
            new RelayHub(
                    online::contains,
                    delivery,
                    () -> "ticket-" + ++tickets,
                    clock.nanos(),
                    RelayQuota.USUAL);
    private final Introductions introductions =
            new Introductions(
                    new Introductions.People(this::find, online::contains),
                    blocks,
                    delivery,
                    () -> "session-" + ++sessions,
                    clock.nanos(),
                    relays);

    @BeforeEach
    void listen() {
        blocks.addListener(introductions);
    }

    private Optional<UserName> find(String spelled) {
        return UserName.parse(spelled).filter(Set.of(YODA, LUKE, LEIA)::contains);
    }

    private static PeerAddress address(String written) {
        return PeerAddress.parse(written).orElseThrow();
    }

    private Introduced ask(UserName asker, String to) {
        return ask(asker, to, ADDRESS, "key of " + asker);
    }

    private Introduced ask(UserName asker, String to, PeerAddress address, String key) {
        return introductions.ask(asker, SEEN, new Request.Private(to, List.of(address), key));
    }

    private Introduced accept(UserName user, String session) {
        var answer = new Request.PrivateAccept(session, List.of(OTHER), "key of " + user);
        return introductions.accept(user, SEEN, answer);
    }

    private Introduced decline(UserName user, String session) {
        return introductions.decline(user, new Request.PrivateDecline(session));
    }

    private Introduced cancel(UserName user, String session) {
        return introductions.cancel(user, new Request.PrivateCancel(session));
    }

    private static Refusal refusal(Introduced answer) {
        assertThat(answer.reply()).isInstanceOf(Reply.Error.class);
        return ((Reply.Error) answer.reply()).code();
    }

    /// What one of the two hears where yoda asked first.
    private static PrivateReady ready(UserName with, Role role, PeerAddress address, String key) {
        String ticket = with.equals(LUKE) ? "ticket-1" : "ticket-2";
        return new PrivateReady("session-1", with, role, List.of(address), key, ticket);
    }

    private static PrivateDeclined declined(DeclineReason reason) {
        return new PrivateDeclined("session-1", reason);
    }

    @Test
    void refusalsHaveTheirOrder() {
        assertThat(refusal(ask(YODA, "YODA"))).isEqualTo(Refusal.SELF);
        assertThat(refusal(ask(YODA, "nobody"))).isEqualTo(Refusal.UNKNOWN_USER);

        online.remove(LUKE);
        assertThat(refusal(ask(YODA, "luke"))).isEqualTo(Refusal.OFFLINE);
        blocks.block(LUKE, YODA);
        assertThat(refusal(ask(YODA, "luke"))).isEqualTo(Refusal.BLOCKED);
        blocks.block(YODA, LUKE);
        assertThat(refusal(ask(YODA, "luke"))).isEqualTo(Refusal.YOU_BLOCKED);

        assertThat(delivery.heardBy(LUKE)).isEmpty();
    }

    @Nested
    class ARequest {
        @BeforeEach
        void ask() {
            Introduced answer = IntroductionsTest.this.ask(YODA, "Luke");

            assertThat(answer.reply()).isEqualTo(new Reply.Introduced("session-1"));
            assertThat(answer.then()).isEmpty();
            assertThat(delivery.heardBy(LUKE))
                    .containsExactly(new PrivateRequest("session-1", YODA, "key of yoda"));
        }

        private void isOver() {
            assertThat(refusal(accept(LUKE, "session-1"))).isEqualTo(Refusal.UNKNOWN_SESSION);
            assertThat(refusal(decline(LUKE, "session-1"))).isEqualTo(Refusal.UNKNOWN_SESSION);
            assertThat(refusal(cancel(YODA, "session-1"))).isEqualTo(Refusal.UNKNOWN_SESSION);
        }

        @Test
        void thatIsAcceptedBringsBothTogetherAndTheAskerDials() {
            Introduced answer = accept(LUKE, "session-1");

            assertThat(answer.reply()).isEqualTo(new Reply.Ok());
            assertThat(answer.then())
                    .containsExactly(ready(YODA, Role.LISTEN, ADDRESS, "key of yoda"));
            assertThat(delivery.heardBy(YODA))
                    .containsExactly(
                            new PrivateReady(
                                    "session-1",
                                    LUKE,
                                    Role.DIAL,
                                    List.of(OTHER),
                                    "key of luke",
                                    "ticket-1"));
            isOver();
        }

        @Test
        void isOnlyItsReceiversToAnswerAndOnlyItsAskersToTakeBack() {
            assertThat(refusal(accept(YODA, "session-1"))).isEqualTo(Refusal.UNKNOWN_SESSION);
            assertThat(refusal(accept(LEIA, "session-1"))).isEqualTo(Refusal.UNKNOWN_SESSION);
            assertThat(refusal(decline(YODA, "session-1"))).isEqualTo(Refusal.UNKNOWN_SESSION);
            assertThat(refusal(cancel(LUKE, "session-1"))).isEqualTo(Refusal.UNKNOWN_SESSION);
            assertThat(refusal(accept(LUKE, "session-2"))).isEqualTo(Refusal.UNKNOWN_SESSION);

            assertThat(accept(LUKE, "session-1").reply()).isEqualTo(new Reply.Ok());
        }

        @Test
        void thatIsDeclinedIsToldToTheAskerAlone() {
            assertThat(decline(LUKE, "session-1").reply()).isEqualTo(new Reply.Ok());

            assertThat(delivery.heardBy(YODA)).containsExactly(declined(DeclineReason.DECLINED));
            assertThat(delivery.heardBy(LUKE)).isEmpty();
            isOver();
        }

        @Test
        void thatIsTakenBackIsToldToItsReceiverAlone() {
            assertThat(cancel(YODA, "session-1").reply()).isEqualTo(new Reply.Ok());

            assertThat(delivery.heardBy(LUKE)).containsExactly(declined(DeclineReason.CANCELLED));
            assertThat(delivery.heardBy(YODA)).isEmpty();
            isOver();
        }

        @Test
        void thatIsAskedAgainKeepsItsSessionAndTheNewerAddressesCount() {
            Introduced again = IntroductionsTest.this.ask(YODA, "luke", OTHER, "key of yoda");
            List<Event> toLuke = delivery.heardBy(LUKE);

            assertThat(again.reply()).isEqualTo(new Reply.Introduced("session-1"));
            assertThat(toLuke).isEmpty();
            assertThat(accept(LUKE, "session-1").then())
                    .containsExactly(
                            new PrivateReady(
                                    "session-1",
                                    YODA,
                                    Role.LISTEN,
                                    List.of(OTHER),
                                    "key of yoda",
                                    "ticket-2"));
        }

        @Test
        void thatIsAskedAgainWithANewerKeyIsToldAgain() {
            IntroductionsTest.this.ask(YODA, "luke", ADDRESS, "new key");

            assertThat(delivery.heardBy(LUKE))
                    .containsExactly(new PrivateRequest("session-1", YODA, "new key"));
            assertThat(accept(LUKE, "session-1").then())
                    .containsExactly(ready(YODA, Role.LISTEN, ADDRESS, "new key"));
        }

        @Test
        void thatCrossesAnotherIsAcceptedByItAndTheLowerNameDials() {
            Introduced crossing = IntroductionsTest.this.ask(LUKE, "yoda");

            assertThat(crossing.reply()).isEqualTo(new Reply.Introduced("session-1"));
            assertThat(crossing.then())
                    .containsExactly(ready(YODA, Role.DIAL, ADDRESS, "key of yoda"));
            assertThat(delivery.heardBy(YODA))
                    .containsExactly(ready(LUKE, Role.LISTEN, ADDRESS, "key of luke"));
            isOver();
        }

        @Test
        void endsForBothAfterAMinute() {
            clock.passes(Duration.ofSeconds(60).minusNanos(1));
            introductions.expire();
            assertThat(delivery.heardBy(YODA)).isEmpty();

            clock.passes(Duration.ofNanos(1));
            introductions.expire();

            assertThat(delivery.heardBy(YODA)).containsExactly(declined(DeclineReason.NO_ANSWER));
            assertThat(delivery.heardBy(LUKE)).containsExactly(declined(DeclineReason.NO_ANSWER));
            isOver();
        }

        @Test
        void endsForTheOtherWhereEitherSessionEnds() {
            introductions.sessionEnded(LUKE);

            assertThat(delivery.heardBy(YODA)).containsExactly(declined(DeclineReason.OFFLINE));
            assertThat(delivery.heardBy(LUKE)).isEmpty();
            isOver();

            sessions = 0;
            IntroductionsTest.this.ask(YODA, "luke");
            delivery.forget();
            introductions.sessionEnded(YODA);
            assertThat(delivery.heardBy(LUKE)).containsExactly(declined(DeclineReason.OFFLINE));
        }

        @Test
        void endsForBothAsDeclinedByABlockEitherWay() {
            blocks.block(LUKE, YODA);

            assertThat(delivery.heardBy(YODA)).containsExactly(declined(DeclineReason.DECLINED));
            assertThat(delivery.heardBy(LUKE)).containsExactly(declined(DeclineReason.DECLINED));
            isOver();
        }

        @Test
        void isNotTouchedByWhatConcernsOthers() {
            IntroductionsTest.this.ask(LEIA, "luke");
            introductions.sessionEnded(LEIA);
            blocks.block(LEIA, YODA);

            assertThat(accept(LUKE, "session-1").reply()).isEqualTo(new Reply.Ok());
        }

        @Test
        void makesRoomForAnotherWhenItIsOver() {
            decline(LUKE, "session-1");

            assertThat(IntroductionsTest.this.ask(YODA, "luke").reply())
                    .isEqualTo(new Reply.Introduced("session-2"));
        }
    }
}
