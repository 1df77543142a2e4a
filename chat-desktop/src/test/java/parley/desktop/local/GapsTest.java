package parley.desktop.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.desktop.local.Gaps.Range;

import java.util.List;

class GapsTest {
    private final Gaps gaps = new Gaps(List.of());

    private void had(long first, long last) {
        gaps.add(new Range(first, last));
    }

    @Test
    void whereNothingIsEverythingIsMissing() {
        assertThat(gaps.missing(1, 5)).containsExactly(new Range(1, 5));
        assertThat(gaps.lowest()).isZero();
        assertThat(gaps.downFrom(5)).isEqualTo(6);
    }

    @Test
    void whatFollowsExtendsARange() {
        had(1, 3);

        assertThat(gaps.add(new Range(4, 4))).isEqualTo(new Range(1, 4));
        assertThat(gaps.ranges()).containsExactly(new Range(1, 4));
    }

    @Test
    void aLiveMessageBeyondClosesNoGap() {
        had(1, 40);
        had(50, 50);

        assertThat(gaps.missing(1, 50)).containsExactly(new Range(41, 49));
    }

    @Test
    void whatLiesBetweenJoinsBoth() {
        had(1, 3);
        had(5, 9);

        assertThat(gaps.add(new Range(4, 4))).isEqualTo(new Range(1, 9));
        assertThat(gaps.missing(1, 9)).isEmpty();
    }

    @Test
    void aRangeSwallowsAllThatItTouches() {
        had(3, 4);
        had(6, 6);
        had(9, 12);
        had(20, 20);

        assertThat(gaps.add(new Range(4, 10))).isEqualTo(new Range(3, 12));
        assertThat(gaps.ranges()).containsExactly(new Range(3, 12), new Range(20, 20));
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
        had(3, 9);

        assertThat(gaps.add(new Range(4, 5))).isEqualTo(new Range(3, 9));
    }

    @Test
    void gapsAreCutToWhatIsAskedFor() {
        had(5, 6);
        had(9, 9);

        assertThat(gaps.missing(6, 12)).containsExactly(new Range(7, 8), new Range(10, 12));
        assertThat(gaps.missing(2, 7)).containsExactly(new Range(2, 4), new Range(7, 7));
        assertThat(gaps.missing(5, 6)).isEmpty();
    }

    @Test
    void oneReachesDownToTheNextGap() {
        had(5, 8);

        assertThat(gaps.downFrom(8)).isEqualTo(5);
        assertThat(gaps.downFrom(6)).isEqualTo(5);
        assertThat(gaps.downFrom(9)).isEqualTo(10);
        assertThat(gaps.lowest()).isEqualTo(5);
    }
}
