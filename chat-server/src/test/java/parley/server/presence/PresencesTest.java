package parley.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import static parley.protocol.Status.AWAY;
import static parley.protocol.Status.BUSY;
import static parley.protocol.Status.OFFLINE;
import static parley.protocol.Status.ONLINE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.protocol.Event;
import parley.protocol.PresenceMode;
import parley.protocol.Status;
import parley.protocol.UserName;
import parley.server.ManualClock;
import parley.server.MemoryBlockStore;
import parley.server.RecordedDelivery;
import parley.server.block.Blocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class PresencesTest {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final UserName LEIA = UserName.of("leia");
    private static final UserName HAN = UserName.of("han");

    private final ManualClock clock = new ManualClock();
    private final RecordedDelivery delivery = new RecordedDelivery();
    private final Blocks blocks = new Blocks(new MemoryBlockStore(), clock);
    private final Presences presences =
            new Presences(blocks, delivery, new SignIns(new MemorySignIns()), clock);

    @BeforeEach
    void listen() {
        blocks.addListener(presences);
    }

    private void enter(UserName... users) {
        for (UserName user : users) {
            presences.enter(user, PresenceMode.EACH);
        }
        delivery.forget();
    }

    private Event.Presence that(UserName user, Status status) {
        return new Event.Presence(user, status, clock.instant());
    }

    @Test
    void othersHearOfWhoComesAndGoesAndTheOneThemselfDoesNot() {
        enter(YODA, LUKE);

        presences.enter(LEIA, PresenceMode.EACH);
        presences.leave(LEIA);

        assertThat(delivery.heardBy(YODA)).containsExactly(that(LEIA, ONLINE), that(LEIA, OFFLINE));
        assertThat(delivery.heardBy(LUKE)).hasSize(2);
        assertThat(delivery.heardBy(LEIA)).isEmpty();
        assertThat(presences.isOnline(LEIA)).isFalse();
    }

    @Test
    void aStatusThatIsSetAlreadyIsNoNews() {
        enter(YODA, LUKE);

        presences.set(YODA, ONLINE);
        presences.set(YODA, AWAY);
        presences.set(YODA, AWAY);

        assertThat(delivery.heardBy(LUKE)).containsExactly(that(YODA, AWAY));
    }

    @Test
    void aTakeoverInheritsStatusAndBeginAndIsNoNews() {
        enter(LUKE);
        Instant begin = presences.enter(YODA, PresenceMode.EACH);
        presences.set(YODA, BUSY);
        delivery.forget();
        clock.passes(Duration.ofMinutes(5));

        assertThat(presences.enter(YODA, PresenceMode.EACH)).isEqualTo(begin);

        assertThat(delivery.heardBy(LUKE)).isEmpty();
        assertThat(presences.here(YODA)).contains(new Here(BUSY, begin, PresenceMode.EACH));
    }

    @Test
    void aNewSessionBeginsOnline() {
        enter(YODA, LUKE);
        presences.set(YODA, BUSY);
        presences.leave(YODA);
        delivery.forget();

        presences.enter(YODA, PresenceMode.EACH);

        assertThat(delivery.heardBy(LUKE)).containsExactly(that(YODA, ONLINE));
    }

    @Test
    void whoAskedForNothingHearsNothingAndIsHeardOf() {
        enter(LUKE);
        presences.enter(YODA, PresenceMode.NONE);
        delivery.forget();

        presences.set(LUKE, AWAY);
        blocks.block(LUKE, YODA);
        blocks.unblock(LUKE, YODA);
        presences.set(YODA, AWAY);
        presences.flush();

        assertThat(delivery.heardBy(YODA)).isEmpty();
        assertThat(delivery.heardBy(LUKE)).containsExactly(that(YODA, AWAY));
    }

    @Nested
    class ABlock {
        @BeforeEach
        void block() {
            enter(YODA, LUKE, LEIA);
            blocks.block(YODA, LUKE);
        }

        @Test
        void makesTheBlockedSeeTheBlockerGoOnce() {
            presences.set(YODA, AWAY);
            blocks.block(YODA, LUKE);
            presences.leave(YODA);

            assertThat(delivery.heardBy(LUKE)).containsExactly(that(YODA, OFFLINE));
            assertThat(delivery.heardBy(LEIA))
                    .containsExactly(that(YODA, AWAY), that(YODA, OFFLINE));
        }

        @Test
        void leavesTheBlockedVisible() {
            presences.set(LUKE, AWAY);

            assertThat(delivery.heardBy(YODA)).containsExactly(that(LUKE, AWAY));
        }

        @Test
        void isUndoneWithOneEventOfTheStatusOfNow() {
            presences.set(YODA, BUSY);
            delivery.forget();

            blocks.unblock(YODA, LUKE);

            assertThat(delivery.heardBy(LUKE)).containsExactly(that(YODA, BUSY));
            assertThat(delivery.heardBy(LEIA)).isEmpty();
        }

        @Test
        void isUndoneWithoutAWordWhereTheBlockerIsOffline() {
            presences.leave(YODA);
            delivery.forget();

            blocks.unblock(YODA, LUKE);

            assertThat(delivery.heardBy(LUKE)).isEmpty();
        }
    }

    @Nested
    class ABatch {
        @BeforeEach
        void hear() {
            presences.enter(HAN, PresenceMode.BATCH);
            enter(YODA, LUKE);
            presences.flush();
            delivery.forget();
        }

        private List<Event.Presence> flushed(UserName hearer) {
            presences.flush();
            List<Event> heard = delivery.heardBy(hearer);
            assertThat(heard).hasSizeLessThanOrEqualTo(1);
            return heard.stream().flatMap(e -> ((Event.Presences) e).users().stream()).toList();
        }

        @Test
        void holdsTheLastStateOfEachWhoChanged() {
            presences.set(YODA, AWAY);
            presences.set(LUKE, BUSY);
            presences.set(YODA, BUSY);
            presences.leave(YODA);
            assertThat(delivery.heardBy(HAN)).isEmpty();

            assertThat(flushed(HAN)).containsExactly(that(YODA, OFFLINE), that(LUKE, BUSY));
            assertThat(flushed(HAN)).isEmpty();
        }

        @Test
        void holdsNothingOfOneself() {
            presences.set(HAN, AWAY);

            assertThat(flushed(HAN)).isEmpty();
        }

        @Test
        void holdsNothingThatWasBeforeOneCame() {
            presences.set(YODA, AWAY);
            presences.enter(LEIA, PresenceMode.BATCH);
            presences.set(LUKE, AWAY);

            assertThat(flushed(LEIA)).containsExactly(that(LUKE, AWAY));
        }

        @Test
        void holdsNothingOfABlockerButTheirGoing() {
            presences.set(YODA, AWAY);
            blocks.block(YODA, HAN);
            presences.set(YODA, BUSY);

            assertThat(flushed(HAN)).containsExactly(that(YODA, OFFLINE));
            presences.set(YODA, AWAY);
            assertThat(flushed(HAN)).isEmpty();
        }

        @Test
        void holdsTheStatusOfWhoHasUnblocked() {
            blocks.block(YODA, HAN);
            presences.set(YODA, BUSY);
            blocks.unblock(YODA, HAN);

            assertThat(flushed(HAN)).containsExactly(that(YODA, BUSY));
        }

        @Test
        void tellsOthersAllTheSame() {
            presences.enter(LEIA, PresenceMode.BATCH);
            presences.flush();
            delivery.forget();

            blocks.block(YODA, HAN);
            presences.set(YODA, BUSY);
            presences.set(HAN, AWAY);

            assertThat(flushed(LEIA)).containsExactly(that(YODA, BUSY), that(HAN, AWAY));
        }

        @Test
        void thatALineDoesNotHoldGoesOnInTheNext() {
            for (int i = 0; i < 1000; i++) {
                presences.enter(UserName.of("trooper-" + i), PresenceMode.NONE);
            }

            List<Event.Presence> first = flushed(HAN);
            List<Event.Presence> second = flushed(HAN);

            assertThat(first).hasSizeBetween(500, 999);
            assertThat(IntStream.range(0, 1000).mapToObj(i -> UserName.of("trooper-" + i)))
                    .containsExactlyElementsOf(
                            java.util.stream.Stream.concat(first.stream(), second.stream())
                                    .map(Event.Presence::user)
                                    .toList());
            assertThat(flushed(HAN)).isEmpty();
        }
    }
}
