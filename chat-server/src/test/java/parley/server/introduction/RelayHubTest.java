package parley.server.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.UserName;
import parley.server.ManualClock;
import parley.server.RecordedDelivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class RelayHubTest {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Event WANTED = new Event.RelayWanted("session");

    private final ManualClock clock = new ManualClock();
    private final RecordedDelivery delivery = new RecordedDelivery();
    private final Set<UserName> online = new HashSet<>(List.of(YODA, LUKE));
    private int names;
    private final RelayHub hub =
            new RelayHub(
                    online::contains,
                    delivery,
                    () -> "ticket-" + ++names,
                    clock.nanos(),
                    new RelayQuota(2, 5));
    private final RelayHub.Tickets tickets = hub.issue("session", YODA, LUKE);
    private final End yoda = new End();
    private final End luke = new End();

    private static final class End implements RelayEnd {
        private @Nullable RelayEnd met;
        private boolean ended;

        @Override
        public void meet(RelayEnd other) {
            met = other;
        }

        @Override
        public boolean pass(byte[] bytes) {
            return true;
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    private void bothCome() {
        assertThat(hub.come(tickets.one(), yoda)).isInstanceOf(Coming.Taken.class);
        assertThat(hub.come(tickets.other(), luke)).isInstanceOf(Coming.Taken.class);
    }

    @Test
    void whoComesFirstWaitsAndTheOtherIsTold() {
        assertThat(hub.come(tickets.one(), yoda)).isInstanceOf(Coming.Taken.class);

        assertThat(yoda.met).isNull();
        assertThat(delivery.heardBy(LUKE)).containsExactly(WANTED);
        assertThat(delivery.heardBy(YODA)).isEmpty();
    }

    @Test
    void onceBothAreThereTheyMeet() {
        bothCome();

        assertThat(yoda.met).isSameAs(luke);
        assertThat(luke.met).isSameAs(yoda);
        assertThat(delivery.heardBy(YODA)).isEmpty();
    }

    @Test
    void aTicketThatWasNeverGivenIsNotGood() {
        assertThat(hub.come("ticket-9", yoda)).isEqualTo(Coming.badTicket());
    }

    @Test
    void whoComesAgainWhileWaitingTakesTheEarlierPlace() {
        hub.come(tickets.one(), yoda);
        End again = new End();
        hub.come(tickets.one(), again);
        hub.come(tickets.other(), luke);

        assertThat(yoda.ended).isTrue();
        assertThat(luke.met).isSameAs(again);
    }

    @Test
    void whoComesAgainAfterMeetingEndsBothAndWaits() {
        bothCome();
        End again = new End();
        hub.come(tickets.one(), again);

        assertThat(yoda.ended).isTrue();
        assertThat(luke.ended).isTrue();
        assertThat(again.met).isNull();
        assertThat(delivery.heardBy(LUKE)).contains(WANTED);

        End lukeAgain = new End();
        hub.come(tickets.other(), lukeAgain);
        assertThat(again.met).isSameAs(lukeAgain);
    }

    @Test
    void whenOneEndGoesSoDoesTheOther() {
        bothCome();
        hub.gone(luke);

        assertThat(yoda.ended).isTrue();
    }

    @Test
    void whatWasReplacedTakesNothingWithItWhenItGoes() {
        hub.come(tickets.one(), yoda);
        End again = new End();
        hub.come(tickets.one(), again);
        hub.come(tickets.other(), luke);
        hub.gone(yoda);

        assertThat(again.ended).isFalse();
        assertThat(luke.ended).isFalse();
    }

    @Test
    void theFirstWaitsAMinute() {
        hub.come(tickets.one(), yoda);
        clock.passes(Duration.ofSeconds(59));
        hub.expire();
        assertThat(yoda.ended).isFalse();

        clock.passes(Duration.ofSeconds(1));
        hub.expire();
        assertThat(yoda.ended).isTrue();
    }

    @Test
    void whoHaveMetMayStay() {
        bothCome();
        clock.passes(Duration.ofHours(5));
        hub.expire();

        assertThat(yoda.ended || luke.ended).isFalse();
    }

    private void goes(UserName user) {
        online.remove(user);
        hub.signedOut(user);
    }

    @Test
    void ticketsAreGoodWhileBothAreSignedInAndTenMinutesAfter() {
        clock.passes(Duration.ofHours(5));
        hub.forgetOld();
        goes(LUKE);
        clock.passes(Duration.ofMinutes(5));
        goes(YODA);

        clock.passes(Duration.ofMinutes(5).minusSeconds(1));
        hub.forgetOld();
        assertThat(hub.come(tickets.one(), yoda)).isInstanceOf(Coming.Taken.class);

        clock.passes(Duration.ofSeconds(1));
        assertThat(hub.come(tickets.other(), luke)).isEqualTo(Coming.badTicket());
        hub.forgetOld();
        online.addAll(List.of(YODA, LUKE));
        assertThat(hub.come(tickets.other(), luke)).isEqualTo(Coming.badTicket());
    }

    @Test
    void whoIsBackInTimeHasGoodTicketsAsBefore() {
        goes(LUKE);
        clock.passes(Duration.ofMinutes(9));
        online.add(LUKE);
        clock.passes(Duration.ofHours(1));
        hub.forgetOld();

        bothCome();
        assertThat(yoda.met).isSameAs(luke);
    }

    @Test
    void whoComesBackIsToldWhoWaits() {
        online.remove(LUKE);
        hub.come(tickets.one(), yoda);
        delivery.forget();
        online.add(LUKE);

        hub.signedIn(LUKE);
        hub.signedIn(YODA);

        assertThat(delivery.heardBy(LUKE)).containsExactly(WANTED);
        assertThat(delivery.heardBy(YODA)).isEmpty();
    }

    @Test
    void theOldestTicketsOfAUserMakeRoom() {
        for (int i = 0; i < RelayHub.MOST; i++) {
            hub.issue("later", YODA, UserName.of("user-" + i));
        }

        assertThat(hub.come(tickets.one(), yoda)).isEqualTo(Coming.badTicket());
        assertThat(hub.come(tickets.other(), luke)).isEqualTo(Coming.badTicket());
    }

    @Test
    void whoDoesNotWantToComeEndsTheWaitOfTheOther() {
        hub.come(tickets.one(), yoda);

        assertThat(hub.declined(LUKE, "session")).isTrue();

        assertThat(yoda.ended).isTrue();
        assertThat(delivery.heardBy(YODA))
                .containsExactly(new Event.PrivateDeclined("session", DeclineReason.DECLINED));
    }

    @Test
    void whereNobodyWaitsOrBothHaveMetThereIsNothingToDecline() {
        assertThat(hub.declined(LUKE, "session")).isFalse();
        hub.come(tickets.one(), yoda);
        assertThat(hub.declined(YODA, "session")).isFalse();
        hub.come(tickets.other(), luke);

        assertThat(hub.declined(LUKE, "session")).isFalse();
        assertThat(luke.ended).isFalse();
    }

    @Test
    void aUserHasSoManyConnectionsAtATimeAndOneMoreOnceOneIsOver() {
        RelayHub.Tickets second = hub.issue("second", YODA, LUKE);
        RelayHub.Tickets third = hub.issue("third", YODA, LUKE);
        hub.come(tickets.one(), yoda);
        hub.come(second.one(), new End());

        assertThat(hub.come(third.one(), new End())).isEqualTo(Coming.full());
        assertThat(hub.come(tickets.one(), luke)).isInstanceOf(Coming.Taken.class);

        hub.gone(luke);
        assertThat(hub.come(third.one(), new End())).isInstanceOf(Coming.Taken.class);
    }

    @Test
    void allTogetherHaveSoManyConnectionsAtATime() {
        for (int i = 0; i < 5; i++) {
            UserName one = UserName.of("user" + i);
            online.add(one);
            hub.come(hub.issue("s" + i, one, LUKE).one(), new End());
        }

        assertThat(hub.come(tickets.one(), yoda)).isEqualTo(Coming.full());
    }
}
