package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.protocol.ByeReason;
import parley.protocol.UserName;
import parley.server.delivery.Line;
import parley.server.net.SessionTable.Entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class SessionTableTest {
    private static final UserName YODA = UserName.of("yoda");

    private final SessionTable table = new SessionTable();
    private final List<String> presence = new ArrayList<>();

    /// A session that hears nothing.
    ///
    /// @param alive whether its client answers
    private record Deaf(boolean alive) implements Occupant {
        @Override
        public boolean answersWithin(Duration patience) {
            return alive;
        }

        @Override
        public void end(ByeReason reason) {}

        @Override
        public void look(long now) {}

        @Override
        public long queued() {
            return 0;
        }

        @Override
        public boolean acknowledges() {
            return true;
        }

        @Override
        public void put(Line line) {}

        @Override
        public void put(Line line, Runnable written) {}

        @Override
        public void wake() {}

        @Override
        public boolean awaitRoom(Duration patience) {
            return true;
        }
    }

    private Seat seat(boolean alive) {
        return new Seat(YODA, new Deaf(alive), null);
    }

    private Entry enter(Seat seat, Claim claim) throws InterruptedException {
        return table.enter(seat, claim);
    }

    private void leave(Seat seat) {
        table.leave(seat, () -> presence.add("gone"));
    }

    @Nested
    class WhoIsTakenOver {
        private final Seat ghost = seat(true);
        private final Seat successor = seat(true);

        @BeforeEach
        void loseTheSeat() throws InterruptedException {
            enter(ghost, new Claim.IfDead());
            table.appear(ghost, () -> presence.add("here"));
            enter(successor, new Claim.Takeover());
        }

        @Test
        void doesNotTakeTheSeatAlongWhenItGoes() {
            leave(ghost);

            assertThat(table.sessions()).containsExactly(successor.session());
            assertThat(table.of(YODA)).contains(successor.session());
            assertThat(table.online()).containsExactly(YODA);
            assertThat(presence).containsExactly("here");
        }

        @Test
        void cannotAppearAnyMore() {
            assertThat(table.appear(ghost, () -> presence.add("again"))).isFalse();
            assertThat(presence).containsExactly("here");
        }

        @Test
        void isStillSeenToGoOnceTheSuccessorGoes() {
            leave(ghost);
            leave(successor);

            assertThat(table.online()).isEmpty();
            assertThat(presence).containsExactly("here", "gone");
        }
    }

    @Test
    void aLivingSessionKeepsItsSeat() throws InterruptedException {
        enter(seat(true), new Claim.IfDead());

        assertThat(enter(seat(true), new Claim.IfDead())).isInstanceOf(Entry.Taken.class);
    }

    @Test
    void aDeadOneLosesIt() throws InterruptedException {
        enter(seat(false), new Claim.IfDead());
        Seat fresh = seat(true);

        assertThat(enter(fresh, new Claim.IfDead())).isInstanceOf(Entry.Seated.class);
        assertThat(table.of(YODA)).contains(fresh.session());
    }
}
