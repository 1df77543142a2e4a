package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;

import org.junit.jupiter.api.Test;

import parley.protocol.UserName;
import parley.server.ManualClock;

import java.net.InetAddress;
import java.time.Duration;

class RateLimitsTest {
    private static final UserName YODA = UserName.of("yoda");
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");

    private final ManualClock clock = new ManualClock();
    private final RateLimits limits = RateLimits.on(new ManualTime(clock));

    private record ManualTime(ManualClock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.nanos().getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void twoHundredMessagesAtOnceAndFiftyASecondAreFree() {
        for (int i = 0; i < 200; i++) {
            assertThat(limits.message(YODA)).isEmpty();
        }
        for (int i = 0; i < 1000; i++) {
            clock.passes(Duration.ofMillis(20));
            assertThat(limits.message(YODA)).isEmpty();
        }
    }

    @Test
    void aFloodHasToWait() {
        for (int i = 0; i < 1000; i++) {
            if (limits.message(YODA).isPresent()) {
                assertThat(i).isGreaterThanOrEqualTo(200);
                return;
            }
        }
        assertThat(limits.message(YODA)).get().isNotEqualTo(Duration.ZERO);
    }

    @Test
    void whoHasWaitedMayGoOn() {
        while (limits.message(YODA).isEmpty()) {}

        clock.passes(limits.message(YODA).orElseThrow());

        assertThat(limits.message(YODA)).isEmpty();
    }

    @Test
    void usersAreCountedApart() {
        while (limits.message(YODA).isEmpty()) {}

        assertThat(limits.message(UserName.of("luke"))).isEmpty();
    }

    @Test
    void twentySignInsASecondFromAnAddressAreFree() {
        for (int i = 0; i < 1000; i++) {
            clock.passes(Duration.ofMillis(50));
            assertThat(limits.signIn(HERE)).isEmpty();
        }
    }

    @Test
    void aNetworkOf64BitsCountsAsOneAddress() {
        while (limits.signIn(InetAddress.ofLiteral("2001:db8::1")).isEmpty()) {}

        assertThat(limits.signIn(InetAddress.ofLiteral("2001:db8::2"))).isPresent();
        assertThat(limits.signIn(InetAddress.ofLiteral("2001:db8:0:1::1"))).isEmpty();
        assertThat(limits.signIn(HERE)).isEmpty();
    }

    @Test
    void liftedLimitsAreNotMet() {
        RateLimits off = RateLimits.off();
        for (int i = 0; i < 100_000; i++) {
            assertThat(off.message(YODA)).isEmpty();
        }
    }

    @Test
    void thoseWhoHaveWaitedLongAreForgotten() {
        for (int i = 0; i < 50_000; i++) {
            limits.signIn(InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256));
        }

        assertThat(limits.signIn(HERE)).isEmpty();
    }

    @Test
    void whoHasTooMuchRelayedWaitsUntilThereIsRoom() throws InterruptedException {
        RateLimits slow = RateLimits.relaying(new RateLimits.Rate(1_000_000, 100_000));
        long begin = System.nanoTime();

        slow.awaitRelayed(YODA, 100_000);
        slow.awaitRelayed(YODA, 100_000);
        slow.awaitRelayed(UserName.of("luke"), 100_000);

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(80));
    }
}
