package parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.protocol.UserName;
import parley.server.ManualClock;
import parley.server.account.Lockouts.Standing;
import parley.server.time.SteadyClock;

import java.time.Clock;
import java.time.Duration;

class LockoutsTest {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final ManualClock clock = new ManualClock();
    private final MemoryAccountStore store = new MemoryAccountStore();
    private Lockouts lockouts = started();

    private Lockouts started() {
        Clock steady = new SteadyClock(clock.instant(), clock.nanos());
        return new Lockouts(store, LockoutPolicy.lasting(MINUTE), steady);
    }

    @Test
    void theThirdWrongPasswordLocks() {
        assertThat(lockouts.wrong(YODA)).isEqualTo(new Standing.AttemptsLeft(2));
        assertThat(lockouts.wrong(YODA)).isEqualTo(new Standing.AttemptsLeft(1));
        assertThat(lockouts.lockedFor(YODA)).isZero();
        assertThat(lockouts.wrong(YODA)).isEqualTo(new Standing.Locked(MINUTE));
        assertThat(lockouts.lockedFor(YODA)).isEqualTo(MINUTE);
    }

    @Test
    void aRightPasswordResetsTheCount() {
        lockouts.wrong(YODA);
        lockouts.wrong(YODA);

        assertThat(lockouts.right(YODA)).isZero();

        assertThat(lockouts.wrong(YODA)).isEqualTo(new Standing.AttemptsLeft(2));
    }

    @Test
    void usersAreCountedApart() {
        lockouts.wrong(YODA);
        lockouts.wrong(YODA);

        assertThat(lockouts.wrong(LUKE)).isEqualTo(new Standing.AttemptsLeft(2));
    }

    @Test
    void theCountSurvivesARestart() {
        lockouts.wrong(YODA);
        lockouts.wrong(YODA);

        lockouts = started();

        assertThat(lockouts.wrong(YODA)).isEqualTo(new Standing.Locked(MINUTE));
    }

    @Test
    void aResetSurvivesARestart() {
        lockouts.wrong(YODA);
        lockouts.right(YODA);

        lockouts = started();

        assertThat(lockouts.wrong(YODA)).isEqualTo(new Standing.AttemptsLeft(2));
    }

    @Nested
    class AnLockedUser {
        @BeforeEach
        void lock() {
            lockouts.wrong(YODA);
            lockouts.wrong(YODA);
            lockouts.wrong(YODA);
        }

        @Test
        void staysLockedForTheWholeMinuteAndNoLonger() {
            clock.passes(MINUTE.minusMillis(1));
            assertThat(lockouts.lockedFor(YODA)).isEqualTo(Duration.ofMillis(1));

            clock.passes(Duration.ofMillis(1));
            assertThat(lockouts.lockedFor(YODA)).isZero();
        }

        @Test
        void hasAllAttemptsAgainAfterwards() {
            clock.passes(MINUTE);

            assertThat(lockouts.wrong(YODA)).isEqualTo(new Standing.AttemptsLeft(2));
        }

        @Test
        void isNotLockedForLongerByFurtherWrongPasswords() {
            clock.passes(Duration.ofSeconds(20));

            assertThat(lockouts.wrong(YODA)).isEqualTo(new Standing.Locked(Duration.ofSeconds(40)));
            assertThat(lockouts.lockedFor(YODA)).isEqualTo(Duration.ofSeconds(40));
        }

        @Test
        void isNotLetInByARightPasswordThatCameTooLate() {
            assertThat(lockouts.right(YODA)).isEqualTo(MINUTE);
            assertThat(lockouts.lockedFor(YODA)).isEqualTo(MINUTE);
        }

        @Test
        void isLockedStillAfterARestart() {
            clock.passes(Duration.ofSeconds(20));

            lockouts = started();

            assertThat(lockouts.lockedFor(YODA)).isEqualTo(Duration.ofSeconds(40));
        }

        @Test
        void isNeitherFreedNorHeldByAClockThatJumpsWhileTheServerRuns() {
            clock.jumpsTo(clock.instant().plus(Duration.ofDays(365)));
            assertThat(lockouts.lockedFor(YODA)).isEqualTo(MINUTE);

            clock.jumpsTo(clock.instant().minus(Duration.ofDays(700)));
            assertThat(lockouts.lockedFor(YODA)).isEqualTo(MINUTE);
        }

        @Test
        void isLockedForAMinuteAtMostWhereTheClockWasSetBackMeanwhile() {
            clock.jumpsTo(clock.instant().minus(Duration.ofDays(365)));

            lockouts = started();

            assertThat(lockouts.lockedFor(YODA)).isEqualTo(MINUTE);
            clock.passes(MINUTE);
            assertThat(lockouts.lockedFor(YODA)).isZero();
        }
    }
}
