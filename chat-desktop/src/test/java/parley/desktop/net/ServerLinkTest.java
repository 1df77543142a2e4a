package parley.desktop.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.desktop.net.Dialer.Cover;
import parley.desktop.net.Dialer.Dialed;
import parley.desktop.net.FakeDialer.FakeWire;
import parley.desktop.net.LinkState.Stop;
import parley.identity.Fingerprint;
import parley.protocol.ByeReason;
import parley.protocol.Event;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Proof;
import parley.protocol.UserName;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class ServerLinkTest {
    private static final UserName YODA = UserName.of("yoda");
    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 7331);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final FakeLoop loop = new FakeLoop();
    private final FakeDialer dialer = new FakeDialer();
    private final List<String> heard = new ArrayList<>();
    private final List<SignInOutcome> outcomes = new ArrayList<>();
    private final ServerLink link =
            new ServerLink(loop, dialer, new Backoff(() -> 0), loop, "test/1", new Recording());

    private final class Recording implements ServerLink.Ears {
        @Override
        public void stands(LinkState state) {
            heard.add(state.getClass().getSimpleName());
        }

        @Override
        public void welcomed(Reply.Welcome welcome, SignIn how) {
            heard.add("welcomed");
        }

        @Override
        public void told(Event event) {
            heard.add(event.getClass().getSimpleName());
        }

        @Override
        public void parted() {
            heard.add("parted");
        }
    }

    private void signIn() {
        SignIn how = SignIn.byPassword(SERVER, "yoda", "jedi!");
        loop.run(() -> link.signIn(how, outcomes::add));
    }

    private FakeWire connected() {
        FakeWire[] wire = new FakeWire[1];
        loop.run(() -> wire[0] = dialer.last().connects());
        return wire[0];
    }

    private FakeWire signedIn() {
        signIn();
        return welcomed();
    }

    private FakeWire welcomed() {
        FakeWire wire = connected();
        loop.run(() -> wire.answers(welcome()));
        return wire;
    }

    private static Reply welcome() {
        return new Reply.Welcome(
                YODA, "parley/1.0", 1, "s", "token", "log", Instant.EPOCH, 65_536, 16_384);
    }

    private void refuses(FakeWire wire, Refusal code) {
        loop.run(() -> wire.answers(new Reply.Error(code, "No.")));
    }

    private static Request.Login login(FakeWire wire) {
        return (Request.Login) wire.said.getFirst().frame();
    }

    @Test
    void aSignInDialsAndLogsInAndIsTold() {
        signedIn();

        assertThat(outcomes).containsExactly(new SignInOutcome.Welcome(YODA));
        assertThat(heard).containsExactly("Connecting", "welcomed", "Online");
    }

    @Test
    void aSignInIsTriedOnce() {
        signIn();
        loop.run(() -> dialer.last().becomes(new Dialed.Failed(Trouble.NO_SUCH_HOST)));
        loop.pass(Duration.ofMinutes(5));

        assertThat(outcomes).containsExactly(new SignInOutcome.Unreachable(Trouble.NO_SUCH_HOST));
        assertThat(dialer.attempts).hasSize(1);
        assertThat(link.state()).isEqualTo(new LinkState.SignedOut());
    }

    @Test
    void aSilentServerCostsTwentySeconds() {
        signIn();
        FakeWire wire = connected();
        loop.pass(Approach.PATIENCE);

        assertThat(outcomes).containsExactly(new SignInOutcome.Unreachable(Trouble.NO_ANSWER));
        assertThat(wire.closed).isTrue();
    }

    @Test
    void aKeyNeverSeenIsShownAndNothingIsSaid() {
        signIn();
        Fingerprint shown = new Fingerprint("shown");
        loop.run(() -> dialer.last().becomes(new Dialed.KeyUnknown(shown)));

        assertThat(outcomes).containsExactly(new SignInOutcome.KeyUnknown(shown));
    }

    @Test
    void aServerThatWantsTlsGetsIt() {
        signIn();
        FakeWire plain = connected();
        loop.run(() ->
                plain.says(
                        "{\"type\":\"error\",\"code\":\"tls-required\",\"message\":\"?\"}\n"
                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(plain.closed).isTrue();
        assertThat(dialer.last().cover).isEqualTo(Cover.ALWAYS);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void anotherSignInCancelsTheOneUnderWay() {
        signIn();
        signIn();

        assertThat(outcomes).containsExactly(new SignInOutcome.Cancelled());
        assertThat(dialer.attempts.getFirst().cancelled).isTrue();
    }

    @Nested
    class OnceOnline {
        private final FakeWire wire = signedIn();

        @Test
        void aLostLineComesBackByToken() {
            loop.run(() -> wire.ends(Trouble.BROKEN));
            assertThat(link.state()).isInstanceOf(LinkState.Waiting.class);

            loop.pass(HALF_A_SECOND);
            FakeWire next = welcomed();

            assertThat(login(next).proof()).isEqualTo(new Proof.Token("token"));
            assertThat(login(next).takeover()).isFalse();
            assertThat(heard)
                    .endsWith("Online", "parted", "Waiting", "Connecting", "welcomed", "Online");
        }

        @Test
        void itComesBackForEver() {
            loop.run(() -> wire.ends(Trouble.BROKEN));

            for (int i = 1; i <= 100; i++) {
                loop.pass(HALF_A_SECOND);
                assertThat(dialer.attempts).hasSize(1 + i);
                loop.run(() -> dialer.last().becomes(new Dialed.Failed(Trouble.NOTHING_LISTENS)));
            }
            assertThat(((LinkState.Waiting) link.state()).attempt()).isEqualTo(101);
        }

        @Test
        void itComesBackNoSoonerThanAsked() {
            loop.run(() -> wire.tells(new Event.Bye(ByeReason.SHUTDOWN, 4)));

            loop.pass(Duration.ofMillis(3_999));
            assertThat(dialer.attempts).hasSize(1);
            loop.pass(Duration.ofMillis(1));
            assertThat(dialer.attempts).hasSize(2);
        }

        @Test
        void tryingNowDoesNotWait() {
            loop.run(() -> wire.tells(new Event.Bye(ByeReason.SHUTDOWN, 4)));

            loop.run(link::tryNow);

            assertThat(dialer.attempts).hasSize(2);
            loop.pass(Duration.ofSeconds(10));
            assertThat(dialer.attempts).hasSize(2);
        }

        @Test
        void afterTenSecondsOfSilenceItPingsAndFiveLaterTheLineIsDead() {
            loop.pass(Duration.ofSeconds(10));
            assertThat(wire.said.getLast().frame()).isEqualTo(new Request.Ping());

            loop.pass(Duration.ofMillis(4_999));
            assertThat(wire.closed).isFalse();
            loop.pass(Duration.ofMillis(1));
            assertThat(wire.closed).isTrue();
            assertThat(link.state()).isInstanceOf(LinkState.Waiting.class);
        }

        @Test
        void afterAMoveASilentLineIsDeadInThreeSeconds() {
            FakeWire wire = signedIn();
            loop.pass(Duration.ofSeconds(4));

            loop.run(link::moved);
            loop.pass(Duration.ofSeconds(3));

            assertThat(wire.closed).isTrue();
            assertThat(link.state()).isInstanceOf(LinkState.Waiting.class);
        }

        @Test
        void afterAMoveALineThatAnswersStays() {
            FakeWire wire = signedIn();
            loop.pass(Duration.ofSeconds(4));

            loop.run(link::moved);
            loop.run(() -> wire.answers(new Reply.Pong()));
            loop.pass(Duration.ofSeconds(3));

            assertThat(link.online()).isTrue();
        }

        @Test
        void afterAMoveAPauseIsOver() {
            signedIn().ends(Trouble.BROKEN);
            int before = dialer.attempts.size();

            loop.run(link::moved);

            assertThat(dialer.attempts).hasSize(before + 1);
        }

        @Test
        void aPongKeepsTheLine() {
            loop.pass(Duration.ofSeconds(10));
            loop.run(() -> wire.answers(new Reply.Pong()));

            loop.pass(Duration.ofSeconds(9));

            assertThat(link.online()).isTrue();
        }

        @Test
        void aPingIsAnswered() {
            loop.run(() -> wire.tells(new Event.Ping()));

            assertThat(wire.said.getLast().frame()).isEqualTo(new Request.Pong());
        }

        @Test
        void aTakeoverEndsItUntilItsOwnerTakesItBack() {
            loop.run(() -> wire.tells(new Event.Bye(ByeReason.TAKEOVER, 0)));
            loop.pass(Duration.ofHours(1));
            loop.run(link::touched);
            assertThat(link.state()).isEqualTo(new LinkState.Stopped(new Stop.TakenOver()));
            assertThat(dialer.attempts).hasSize(1);

            loop.run(link::tryNow);

            assertThat(login(connected()).takeover()).isTrue();
        }

        @Test
        void aRemovedAccountDoesNotComeBack() {
            loop.run(() -> wire.tells(new Event.Bye(ByeReason.REMOVED, 0)));
            loop.pass(Duration.ofHours(1));

            assertThat(link.state()).isEqualTo(new LinkState.Stopped(new Stop.Removed()));
        }

        @Test
        void idlenessOnALivingLineWaitsForATouch() {
            loop.run(() -> wire.tells(new Event.Bye(ByeReason.IDLE, 0)));
            loop.pass(Duration.ofHours(1));
            assertThat(dialer.attempts).hasSize(1);

            loop.run(link::touched);

            assertThat(dialer.attempts).hasSize(2);
        }

        @Test
        void idlenessAfterTheMachineSleptComesBackByItself() {
            loop.sleep(Duration.ofMinutes(10));
            loop.run(() -> wire.tells(new Event.Bye(ByeReason.IDLE, 0)));

            loop.pass(HALF_A_SECOND);

            assertThat(dialer.attempts).hasSize(2);
        }

        @Test
        void aReturnThatIsRefusedStopsAtTheLoginDialog() {
            loop.run(() -> wire.ends(Trouble.BROKEN));
            loop.pass(HALF_A_SECOND);
            refuses(connected(), Refusal.BAD_TOKEN);
            loop.pass(Duration.ofHours(1));

            assertThat(link.state())
                    .isEqualTo(
                            new LinkState.Stopped(
                                    new Stop.Refused(new SignInOutcome.TokenRefused())));
        }

        @Test
        void aReturnToABusyServerGoesOn() {
            loop.run(() -> wire.ends(Trouble.BROKEN));
            loop.pass(HALF_A_SECOND);
            refuses(connected(), Refusal.BUSY);

            assertThat(link.state()).isInstanceOf(LinkState.Waiting.class);
            loop.pass(Duration.ofSeconds(2));
            assertThat(dialer.attempts).hasSize(3);
        }

        @Test
        void onlineElsewhereTryingNowEndsTheOtherSession() {
            loop.run(() -> wire.ends(Trouble.BROKEN));
            loop.pass(HALF_A_SECOND);
            refuses(connected(), Refusal.ALREADY_ONLINE);

            loop.run(link::tryNow);

            assertThat(login(connected()).takeover()).isTrue();
        }

        @Test
        void aSignInThatFailsOverAStoppedLinkLeavesItStopped() {
            loop.run(() -> wire.tells(new Event.Bye(ByeReason.TAKEOVER, 0)));
            signIn();
            refuses(connected(), Refusal.WRONG_PASSWORD);
            assertThat(link.state()).isEqualTo(new LinkState.Stopped(new Stop.TakenOver()));

            loop.run(link::tryNow);

            assertThat(login(connected()).proof()).isEqualTo(new Proof.Token("token"));
        }

        @Test
        void aRequestThatIsNeverAnsweredEndsTheLine() {
            List<String> answers = new ArrayList<>();
            loop.run(() -> link.ask(new Request.Chats(""), answer(answers)));
            tenSecondsPassOnALivingLine(3);

            assertThat(answers).containsExactly("lost");
            assertThat(link.state()).isInstanceOf(LinkState.Waiting.class);
        }

        @Test
        void eachRequestHasItsOwnTimeToBeAnswered() {
            List<String> answers = new ArrayList<>();
            loop.run(() -> link.ask("7", new Request.Chats(""), answer(answers)));
            loop.run(() -> wire.answers(new Reply.Ok()));
            tenSecondsPassOnALivingLine(2);
            loop.run(() -> link.ask(new Request.Chats(""), answer(answers)));

            tenSecondsPassOnALivingLine(2);
            assertThat(answers).containsExactly("Ok");

            tenSecondsPassOnALivingLine(1);
            assertThat(answers).containsExactly("Ok", "lost");
        }

        private void tenSecondsPassOnALivingLine(int times) {
            for (int i = 0; i < times; i++) {
                loop.pass(Duration.ofSeconds(10));
                loop.run(() -> wire.tells(new Event.Ping()));
            }
        }

        @Test
        void anAnswerFindsItsQuestion() {
            List<String> answers = new ArrayList<>();
            loop.run(() -> link.ask("7", new Request.Chats(""), answer(answers)));

            loop.run(() -> wire.answers(new Reply.Ok()));

            assertThat(answers).containsExactly("Ok");
        }

        @Test
        void aFullOutboxEndsTheLine() {
            wire.full = true;
            loop.run(() -> link.say(new Request.Active()));

            assertThat(link.state()).isInstanceOf(LinkState.Waiting.class);
        }

        @Test
        void twentyLinesOfNonsenseInARowEndTheLine() {
            byte[] nonsense = "nonsense\n".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 19; i++) {
                loop.run(() -> wire.says(nonsense));
            }
            assertThat(link.online()).isTrue();

            loop.run(() -> wire.says(nonsense));

            assertThat(wire.closed).isTrue();
        }

        @Test
        void aShortLifeIsNoSuccessForTheNextWait() {
            loop.run(() -> wire.ends(Trouble.BROKEN));
            loop.pass(HALF_A_SECOND);
            FakeWire next = welcomed();
            loop.run(() -> next.ends(Trouble.BROKEN));
            assertThat(((LinkState.Waiting) link.state()).attempt()).isEqualTo(2);

            for (int i = 0; i < 10; i++) {
                loop.pass(HALF_A_SECOND);
                FakeWire another = welcomed();
                loop.run(() -> another.ends(Trouble.BROKEN));
            }
            assertThat(((LinkState.Waiting) link.state()).attempt()).isEqualTo(3);

            loop.pass(HALF_A_SECOND);
            FakeWire steady = welcomed();
            loop.pass(ServerLink.STEADY.minusSeconds(1));
            loop.run(() -> steady.tells(new Event.Ping()));
            loop.pass(Duration.ofSeconds(1));
            loop.run(() -> steady.ends(Trouble.BROKEN));

            assertThat(((LinkState.Waiting) link.state()).attempt()).isEqualTo(1);
        }

        @Test
        void signingOutWaitsForTheGoodbyeTwoSecondsAtMost() {
            List<String> done = new ArrayList<>();
            loop.run(() -> link.signOut(new Request.Logout(false), () -> done.add("done")));
            assertThat(wire.said.getLast().frame()).isEqualTo(new Request.Logout(false));
            assertThat(link.state()).isEqualTo(new LinkState.SignedOut());
            assertThat(done).isEmpty();

            loop.pass(Duration.ofSeconds(2));

            assertThat(done).containsExactly("done");
            assertThat(wire.closed).isTrue();
            assertThat(dialer.attempts).hasSize(1);
        }

        private Answer answer(List<String> answers) {
            return new Answer() {
                @Override
                public void came(Reply reply) {
                    answers.add(reply.getClass().getSimpleName());
                }

                @Override
                public void lost() {
                    answers.add("lost");
                }
            };
        }
    }
}
