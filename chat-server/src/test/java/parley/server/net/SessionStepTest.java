package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import parley.protocol.Envelope;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.server.net.SessionState.Over;
import parley.server.net.SessionState.SignedIn;
import parley.server.net.SessionState.Stranger;

import java.nio.charset.StandardCharsets;

class SessionStepTest {
    private static SessionStep take(SessionState state, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return SessionStep.take(state, bytes, 0, bytes.length);
    }

    private static Reply.Error error(Effect effect) {
        Envelope<Reply> envelope =
                switch (effect) {
                    case Effect.Answer(var reply) -> reply;
                    case Effect.LastAnswer(var reply) -> reply;
                    default -> throw new AssertionError("no answer: " + effect);
                };
        return (Reply.Error) envelope.frame();
    }

    @Nested
    class BeforeAnybodyHasSignedIn {
        private final SessionState stranger = SessionState.START;

        @Test
        void aLoginIsTaken() {
            SessionStep step =
                    take(stranger, "{\"type\":\"login\",\"user\":\"yoda\",\"password\":\"x\"}");

            assertThat(step.effect()).isInstanceOf(Effect.SignIn.class);
        }

        @Test
        void aTicketForTheRelayIsTaken() {
            SessionStep step = take(stranger, "{\"type\":\"relay\",\"ticket\":\"t\"}");

            assertThat(step.effect()).isInstanceOf(Effect.Relay.class);
        }

        @Test
        void whatIsNotOfferedYetIsUnknown() {
            SessionStep step = take(stranger, "{\"type\":\"join\",\"id\":\"7\"}");

            assertThat(error(step.effect()).code()).isEqualTo(Refusal.UNKNOWN_TYPE);
            assertThat(step.state()).isEqualTo(new Stranger(1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"who", "message", "nonsense", "logout", "active"})
        void nothingElseIsWhateverItsFields(String type) {
            SessionStep step = take(stranger, "{\"type\":\"" + type + "\",\"id\":\"7\"}");

            assertThat(error(step.effect()).code()).isEqualTo(Refusal.NOT_SIGNED_IN);
            assertThat(step.state()).isEqualTo(new Stranger(1));
        }

        @Test
        void aPingEndsTheRowOfBrokenFrames() {
            SessionStep step = take(new Stranger(19), "{\"type\":\"ping\"}");

            assertThat(step.state()).isEqualTo(new Stranger(0));
        }
    }

    @Nested
    class WhenSomebodyIsSignedIn {
        private final SessionState signedIn = new SignedIn(0);

        @Test
        void anotherLoginBreaksTheProtocol() {
            SessionStep step =
                    take(signedIn, "{\"type\":\"login\",\"user\":\"yoda\",\"password\":\"x\"}");

            assertThat(error(step.effect()).code()).isEqualTo(Refusal.BAD_FRAME);
        }

        @Test
        void aTypeThatNobodyKnowsIsSaidToBeSo() {
            assertThat(error(take(signedIn, "{\"type\":\"nonsense\"}").effect()).code())
                    .isEqualTo(Refusal.UNKNOWN_TYPE);
        }

        @Test
        void postsRunAheadAndQuestionsWait() {
            Effect post =
                    take(signedIn, "{\"type\":\"message\",\"to\":\"luke\",\"text\":\"hi\"}")
                            .effect();
            Effect question = take(signedIn, "{\"type\":\"who\"}").effect();

            assertThat(post.runsAhead()).isTrue();
            assertThat(question.runsAhead()).isFalse();
        }

        @Test
        void whetherAQuestionEndsTheRowDependsOnItsAnswer() {
            SessionStep step = take(new SignedIn(19), "{\"type\":\"who\"}");

            assertThat(step.state()).isEqualTo(new SignedIn(19));
            assertThat(step.effect())
                    .isEqualTo(
                            new Effect.Ask(
                                    Envelope.untagged(
                                            new Request.Who(new Request.Span.Now(), ""))));
        }

        @Test
        void aNoticeEndsTheRow() {
            assertThat(take(new SignedIn(19), "{\"type\":\"active\"}").state()).isEqualTo(signedIn);
        }

        @Test
        void theTwentiethBrokenFrameInARowIsTheLast() {
            SessionStep nineteenth = take(new SignedIn(18), "{bad");
            SessionStep twentieth = take(nineteenth.state(), "{bad");

            assertThat(nineteenth.effect()).isInstanceOf(Effect.Answer.class);
            assertThat(twentieth.effect()).isInstanceOf(Effect.LastAnswer.class);
            assertThat(twentieth.state()).isEqualTo(new Over());
        }

        @Test
        void malformedUtf8EndsTheConnectionAtOnce() {
            byte[] line = {'{', '"', (byte) 0xff, '"', '}'};

            SessionStep step = SessionStep.take(signedIn, line, 0, line.length);

            assertThat(error(step.effect()).code()).isEqualTo(Refusal.BAD_FRAME);
            assertThat(step.state()).isEqualTo(new Over());
        }

        @Test
        void soDoesALineThatIsTooLong() {
            SessionStep step = SessionStep.tooLong();

            assertThat(error(step.effect()).code()).isEqualTo(Refusal.TOO_LONG);
            assertThat(step.state()).isEqualTo(new Over());
        }
    }

    @Test
    void whatComesBehindTheEndMattersToNobody() {
        assertThat(take(new Over(), "{\"type\":\"ping\"}").effect()).isEqualTo(new Effect.None());
    }
}
