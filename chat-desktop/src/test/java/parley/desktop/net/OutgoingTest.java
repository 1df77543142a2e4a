package parley.desktop.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.desktop.net.Outgoing.Letter;
import parley.desktop.net.Outgoing.Step.LookUp;
import parley.desktop.net.Outgoing.Step.Post;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.time.Duration;
import java.time.Instant;

class OutgoingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:04:05Z");
    private static final Chat LUKE = Chat.with(UserName.of("luke"));
    private static final Chat LEIA = Chat.with(UserName.of("leia"));

    private final Outgoing outgoing = new Outgoing();
    private final Letter first = new Letter("1", LUKE, "one", NOW);
    private final Letter second = new Letter("2", LUKE, "two", NOW);
    private final Letter elsewhere = new Letter("3", LEIA, "three", NOW);

    @Test
    void nothingIsReadyWhereNothingWaits() {
        assertThat(outgoing.ready(NOW)).isEmpty();
    }

    @Nested
    class WithTwoInOneChatAndOneInAnother {
        WithTwoInOneChatAndOneInAnother() {
            outgoing.add(first);
            outgoing.add(second);
            outgoing.add(elsewhere);
        }

        @Test
        void theFirstOfEachChatGoesOut() {
            assertThat(outgoing.ready(NOW)).containsExactly(new Post(first), new Post(elsewhere));
            assertThat(outgoing.ready(NOW)).isEmpty();
        }

        @Test
        void theNextFollowsTheAnswer() {
            outgoing.ready(NOW);

            outgoing.answered(first);

            assertThat(outgoing.ready(NOW)).containsExactly(new Post(second));
        }

        @Test
        void onePutOffHoldsBackItsChatButNoOther() {
            outgoing.ready(NOW);
            Letter third = new Letter("4", LEIA, "four", NOW);
            outgoing.add(third);

            outgoing.putOff(first);
            outgoing.answered(elsewhere);
            assertThat(outgoing.ready(NOW)).containsExactly(new Post(third));

            outgoing.takeUp(first);
            assertThat(outgoing.ready(NOW)).containsExactly(new Post(first));
        }

        @Test
        void aLostLineSendsEverythingUnansweredAgain() {
            outgoing.ready(NOW);
            outgoing.putOff(first);

            outgoing.lineLost();

            assertThat(outgoing.ready(NOW)).containsExactly(new Post(first), new Post(elsewhere));
        }

        @Test
        void whatIsUnderWayCannotBeTakenBack() {
            outgoing.ready(NOW);

            assertThat(outgoing.takeBack(LUKE, "1")).isFalse();
            assertThat(outgoing.takeBack(LUKE, "2")).isTrue();
            assertThat(outgoing.takeBack(LUKE, "no such")).isFalse();
            outgoing.answered(first);
            assertThat(outgoing.ready(NOW)).isEmpty();
        }
    }

    @Nested
    class WithOneOfMoreThanSixDaysAgo {
        private final Instant afterwards = NOW.plus(Duration.ofDays(6)).plusMillis(1);

        WithOneOfMoreThanSixDaysAgo() {
            outgoing.add(first);
        }

        @Test
        void itIsLookedUpBeforeItGoesOutAgain() {
            assertThat(outgoing.ready(NOW.plus(Duration.ofDays(6))))
                    .containsExactly(new Post(first));
            outgoing.lineLost();

            assertThat(outgoing.ready(afterwards)).containsExactly(new LookUp(first));
        }

        @Test
        void whereTheHistoryDoesNotHaveItItGoesOut() {
            outgoing.ready(afterwards);

            outgoing.notFound(first);

            assertThat(outgoing.ready(afterwards)).containsExactly(new Post(first));
        }
    }
}
