package parley.desktop.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

class WhereaboutsTest {
    private final FakeLoop loop = new FakeLoop();
    private Set<InetAddress> addresses = Set.of(address(1));
    private int moves;

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void begin() {
        new Whereabouts(loop, loop, Runnable::run, () -> addresses, () -> moves++).begin();
        loop.pass(Duration.ofMinutes(1));
    }

    @Test
    void nothingIsSaidWhileNothingHappens() {
        assertThat(moves).isZero();
    }

    @Test
    void aSleepIsNoticedOnce() {
        loop.sleep(Duration.ofHours(8));
        loop.pass(Duration.ofMinutes(1));

        assertThat(moves).isOne();
    }

    @Test
    void anotherAddressIsNoticedWithinTwoSeconds() {
        addresses = Set.of(address(2));
        loop.pass(Whereabouts.EVERY);

        assertThat(moves).isOne();
    }

    @Test
    void aNetworkThatGoesAndComesBackTheSameIsNoMove() {
        addresses = Set.of();
        loop.pass(Duration.ofSeconds(10));
        addresses = Set.of(address(1));
        loop.pass(Duration.ofSeconds(10));

        assertThat(moves).isZero();
    }

    @Test
    void aNetworkThatComesBackAsAnotherIsAMove() {
        addresses = Set.of();
        loop.pass(Duration.ofSeconds(10));
        addresses = Set.of(address(2));
        loop.pass(Duration.ofSeconds(10));

        assertThat(moves).isOne();
    }
}
