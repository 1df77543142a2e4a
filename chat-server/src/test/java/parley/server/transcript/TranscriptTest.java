package parley.server.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import parley.server.transcript.Turn.Act;

import java.util.List;

class TranscriptTest {
    @Test
    void theTurnsStandInTheFencedBlockAlone() {
        Transcript transcript =
                Transcript.in(
                        List.of(
                                "yoda connects",
                                "```transcript",
                                "# yoda comes and goes",
                                "yoda connects",
                                "",
                                "yoda> {\"type\":\"ping\"}",
                                "yoda< {\"type\":\"pong\"}",
                                "the server hangs up on yoda",
                                "luke hangs up",
                                "the server is killed",
                                "the server starts",
                                "```",
                                "luke connects"));

        assertThat(transcript.turns())
                .containsExactly(
                        new Turn(4, "yoda", new Act.Connects()),
                        new Turn(6, "yoda", new Act.Types("{\"type\":\"ping\"}")),
                        new Turn(7, "yoda", new Act.Hears("{\"type\":\"pong\"}")),
                        new Turn(8, "yoda", new Act.IsHungUpOn()),
                        new Turn(9, "luke", new Act.HangsUp()),
                        new Turn(10, "", new Act.ServerIsKilled()),
                        new Turn(11, "", new Act.ServerStarts()));
    }

    @Test
    void aLineThatIsNoTurnIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transcript.in(List.of("```transcript", "yoda waits", "```")))
                .withMessage("line 2 is no turn: yoda waits");
    }

    @Test
    void aPageWithoutATranscriptIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Transcript.in(List.of("# A page")));
    }
}
