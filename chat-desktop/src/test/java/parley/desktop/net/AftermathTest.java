package parley.desktop.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import parley.desktop.net.Aftermath.ComeBack;
import parley.desktop.net.Aftermath.StayAway;
import parley.desktop.net.LinkState.Stop;
import parley.protocol.ByeReason;
import parley.protocol.Event;
import parley.protocol.Limits;

import java.time.Duration;

class AftermathTest {
    private static final Duration LATELY = Duration.ofSeconds(9);

    @Test
    void whoWasTakenOverOrRemovedStaysAway() {
        assertThat(after(ByeReason.TAKEOVER, LATELY)).isEqualTo(new StayAway(new Stop.TakenOver()));
        assertThat(after(ByeReason.REMOVED, LATELY)).isEqualTo(new StayAway(new Stop.Removed()));
    }

    @Test
    void idlenessMeansTheUserWhereTheLineWasAliveAndElseTheLine() {
        Duration drops = Limits.SERVER_DROPS_AFTER;

        assertThat(after(ByeReason.IDLE, drops.minusMillis(1)))
                .isEqualTo(new StayAway(new Stop.Idle()));
        assertThat(after(ByeReason.IDLE, drops))
                .isEqualTo(new ComeBack(Trouble.DROPPED, Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SHUTDOWN", "SLOW", "PROTOCOL", "LOGOUT", "OTHER"})
    void fromAnythingElseOneComesBackNoSoonerThanAsked(ByeReason reason) {
        assertThat(after(reason, LATELY))
                .isInstanceOfSatisfying(
                        ComeBack.class,
                        back -> assertThat(back.after()).isEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void noServerSendsADesktopAwayForEver() {
        Event.Bye bye = new Event.Bye(ByeReason.SHUTDOWN, Limits.INTEGER);

        assertThat(Aftermath.of(bye, LATELY))
                .isEqualTo(new ComeBack(Trouble.SHUTDOWN, Aftermath.LONGEST));
    }

    private static Aftermath after(ByeReason reason, Duration silence) {
        return Aftermath.of(new Event.Bye(reason, 2), silence);
    }
}
