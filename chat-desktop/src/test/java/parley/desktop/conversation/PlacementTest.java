package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import parley.desktop.conversation.MessageRow.Heard;
import parley.desktop.conversation.MessageRow.Note;
import parley.desktop.conversation.MessageRow.Own;
import parley.desktop.conversation.SendState.Step;

import java.time.Instant;

class PlacementTest {
    private static Heard luke(String time) {
        return new Heard(time, "luke", "words", at(time));
    }

    private static Own own(String time, SendState state) {
        return new Own(time, "words", at(time), state);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-25T" + time + ":00Z");
    }

    private static Placement between(
            @Nullable MessageRow above, MessageRow row, @Nullable MessageRow below) {
        return Placement.of(above, row, below, "", OpenChat.TIMES);
    }

    @Test
    void whatOnePersonSaysInAMinuteIsAGroupThatSaysItsTimeOnce() {
        Placement first = between(null, luke("18:30"), luke("18:31"));
        Placement last = between(luke("18:30"), luke("18:31"), null);

        assertThat(first).isEqualTo(new Placement("Today", false, true, false, false));
        assertThat(last).isEqualTo(new Placement("", false, false, true, true));
    }

    @Test
    void aPauseEndsAGroup() {
        assertThat(between(luke("18:30"), luke("18:33"), null).opens()).isTrue();
    }

    @Test
    void anotherSpeakerEndsAGroup() {
        Heard leia = new Heard("x", "leia", "words", at("18:30"));

        assertThat(between(luke("18:30"), leia, null).opens()).isTrue();
        assertThat(between(luke("18:30"), own("18:30", Step.SENT), null).opens()).isTrue();
    }

    @Test
    void ownWordsThatHaveGotAsFarSayItOnce() {
        Own read = own("18:30", Step.READ);

        assertThat(between(null, read, own("18:31", Step.READ)).saysTime()).isFalse();
        assertThat(between(null, read, own("18:31", Step.SENT)).saysTime()).isTrue();
    }

    @Test
    void aNewDayHasItsHeading() {
        Heard before = new Heard("b", "luke", "words", at("00:01").minusSeconds(120));

        assertThat(between(before, luke("00:01"), null).day()).isEqualTo("Today");
        assertThat(between(null, before, luke("00:01")).day()).isEqualTo("Yesterday");
        assertThat(between(before, luke("00:01"), null).opens()).isTrue();
    }

    @Test
    void aNoteHasNoDay() {
        Note note = new Note("n", "Private chat began 18:30", at("18:30"));

        assertThat(between(null, note, luke("18:30")).day()).isEmpty();
        assertThat(between(note, luke("18:30"), null).day()).isEmpty();
    }

    @Test
    void whatIsNewBeginsAGroup() {
        Placement placement =
                Placement.of(luke("18:30"), luke("18:31"), null, "18:31", OpenChat.TIMES);

        assertThat(placement.opensNew()).isTrue();
        assertThat(placement.opens()).isTrue();
    }
}
