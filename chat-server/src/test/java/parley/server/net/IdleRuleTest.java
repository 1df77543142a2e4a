package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.protocol.Request;

import java.time.Duration;

class IdleRuleTest {
    @Test
    void timeIsOverWhenItIsOver() {
        IdleRule rule = new IdleRule(Duration.ofNanos(100));

        assertThat(rule.isOver(1000, 1099)).isFalse();
        assertThat(rule.isOver(1000, 1100)).isTrue();
        assertThat(rule.isOver(Long.MAX_VALUE - 50, Long.MIN_VALUE + 49)).isTrue();
    }

    @Test
    void zeroIsForEver() {
        assertThat(new IdleRule(Duration.ZERO).isOver(0, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void noticesAreNoWorkButActiveIs() {
        assertThat(IdleRule.isWork(new Request.Ping())).isFalse();
        assertThat(IdleRule.isWork(new Request.Typing("luke"))).isFalse();
        assertThat(IdleRule.isWork(new Request.Active())).isTrue();
        assertThat(IdleRule.isWork(new Request.Message("luke", "hi"))).isTrue();
    }
}
