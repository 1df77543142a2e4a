package parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.state.HandTimers;
import parley.protocol.Status;

import java.time.Duration;
import java.time.Instant;

class AwayRuleTest {
    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final FakeClient client = new FakeClient();
    private final AwayRule rule = new AwayRule(client, timers);

    @BeforeEach
    void signedIn() {
        rule.begin();
    }

    @Test
    void afterTenMinutesWithoutATouchOneIsAway() {
        timers.pass(Duration.ofMinutes(9));
        rule.touched();
        timers.pass(Duration.ofMinutes(9));
        assertThat(client.asked()).containsExactly("active");

        timers.pass(Duration.ofMinutes(1));

        assertThat(client.asked()).containsExactly("status away");
    }

    @Test
    void theNextTouchBringsOneBack() {
        timers.pass(AwayRule.PATIENCE);
        client.asked();

        rule.touched();

        assertThat(client.asked()).containsExactly("active", "status online");
    }

    @Test
    void whoHasChosenToBeBusyStaysBusy() {
        rule.choose(Status.BUSY);
        client.asked();

        timers.pass(Duration.ofHours(1));
        rule.touched();

        assertThat(client.asked()).containsExactly("active");
    }

    @Test
    void whoHasChosenToBeAwayStaysAwayThoughThere() {
        rule.choose(Status.AWAY);
        client.asked();

        rule.touched();

        assertThat(client.asked()).containsExactly("active");
    }
}
