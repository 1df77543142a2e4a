package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class StarterTest {
    private final ManualClock clock = new ManualClock();
    private boolean lives = true;
    private int signedIn;
    private final Starter starter = new Starter(() -> lives, () -> signedIn, now());

    private long now() {
        return clock.nanos().getAsLong();
    }

    private boolean neededAfter(int seconds) {
        clock.passes(Duration.ofSeconds(seconds));
        return starter.needsServer(now());
    }

    @Test
    void theServerIsNeededWhileItsStarterLives() {
        assertThat(neededAfter(1000)).isTrue();
    }

    @Test
    void theServerIsNeededForTenSecondsMore() {
        lives = false;

        assertThat(neededAfter(9)).isTrue();
        assertThat(neededAfter(1)).isFalse();
    }

    @Test
    void whoIsSignedInKeepsTheServer() {
        lives = false;
        signedIn = 1;
        assertThat(neededAfter(1000)).isTrue();

        signedIn = 0;
        assertThat(neededAfter(9)).isTrue();
        assertThat(neededAfter(1)).isFalse();
    }
}
