package parley.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.desktop.FakeClient;
import parley.desktop.kit.SpokenTime;
import parley.desktop.net.SignInOutcome;
import parley.desktop.net.Trouble;
import parley.desktop.state.HandTimers;
import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;

class LoginControllerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Fingerprint KEY =
            new Fingerprint("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA");
    private static final Fingerprint OTHER =
            new Fingerprint("EjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8");

    private final HandTimers timers = new HandTimers(NOON);
    private final FakeClient client = new FakeClient();
    private final LoginModel model = new LoginModel();
    private final LoginController controller =
            new LoginController(
                    model, client, Runnable::run, timers, new SpokenTime(timers, ZoneOffset.UTC));

    @BeforeEach
    void filledIn() {
        model.server.set("rebel-base.local");
        model.name.set("luke");
        model.password.set("red-five");
    }

    private void answered(SignInOutcome outcome) {
        controller.signIn();
        client.answerSignIn(outcome);
    }

    private String troubles() {
        return Stream.of(model.serverTrouble, model.nameTrouble, model.passwordTrouble)
                .map(trouble -> trouble.get().isEmpty() ? "-" : trouble.get())
                .reduce("", (all, each) -> all + "|" + each);
    }

    @Test
    void twoClicksDoOneSignIn() {
        controller.signIn();
        controller.signIn();
        controller.signInHere();

        assertThat(client.asked()).containsExactly("sign in luke at rebel-base.local");
        assertThat(model.busy.get()).isTrue();
    }

    @Test
    void keptMeansKept() {
        model.keep.set(true);

        controller.signIn();

        assertThat(client.asked()).containsExactly("sign in luke at rebel-base.local, kept");
    }

    @Test
    void eachFieldThatLacksSomethingSaysSoAndNobodyIsAsked() {
        model.server.set("http://rebel-base");
        model.name.set(" ");
        model.password.set("");

        controller.signIn();

        assertThat(client.asked()).isEmpty();
        assertThat(troubles())
                .isEqualTo(
                        "|Write a host, with a port if it is not 7331: rebel-base.local or"
                            + " 192.0.2.7:7331.|Who are you? Type the name of your account.|Type"
                            + " your password.");
    }

    @Test
    void aRefusalStandsBesideTheFieldThatItConcerns() {
        answered(new SignInOutcome.UnknownUser());
        assertThat(troubles())
                .isEqualTo("|-|Nobody of that name has an account here. Check the spelling.|-");

        answered(new SignInOutcome.WrongPassword(1));
        assertThat(troubles())
                .isEqualTo("|-|-|That password is wrong. One try left, then a minute’s wait.");

        answered(new SignInOutcome.Unreachable(Trouble.NO_SUCH_HOST));
        assertThat(troubles())
                .isEqualTo(
                        "|No machine is known as rebel-base.local. Check the spelling, and that you"
                                + " are online.|-|-");
    }

    @Test
    void everyTroubleWithTheServerHasItsOwnWords() {
        assertThat(Stream.of(Trouble.values()).map(this::wordsFor))
                .doesNotContain("")
                .hasSize(Trouble.values().length);
    }

    private String wordsFor(Trouble trouble) {
        answered(new SignInOutcome.Unreachable(trouble));
        return model.serverTrouble.get();
    }

    @Test
    void whatIsMendedIsNotComplainedOfAnyMore() {
        answered(new SignInOutcome.WrongPassword(2));

        model.password.set("red-6");

        assertThat(troubles()).isEqualTo("|-|-|-");
    }

    @Test
    void aWelcomeForgetsThePassword() {
        answered(new SignInOutcome.Welcome(UserName.of("luke")));

        assertThat(model.password.get()).isEmpty();
        assertThat(model.busy.get()).isFalse();
    }

    @Nested
    class WhenLocked {
        @BeforeEach
        void locked() {
            answered(new SignInOutcome.Locked(NOON.plusSeconds(3)));
            client.asked();
        }

        @Test
        void theSecondsAreCountedDown() {
            assertThat(model.passwordTrouble.get())
                    .isEqualTo("Too many wrong passwords. You can try again in 3 seconds.");

            timers.pass(Duration.ofSeconds(2));

            assertThat(model.passwordTrouble.get())
                    .isEqualTo("Too many wrong passwords. You can try again in 1 second.");
            assertThat(model.lockedFor.get()).isEqualTo(1);
        }

        @Test
        void nobodyIsAskedBeforeItIsOver() {
            controller.signIn();
            assertThat(client.asked()).isEmpty();

            timers.pass(Duration.ofSeconds(3));
            controller.signIn();

            assertThat(client.asked()).hasSize(1);
        }

        @Test
        void anotherNameMayTryAtOnce() {
            model.name.set("leia");

            controller.signIn();

            assertThat(client.asked()).containsExactly("sign in leia at rebel-base.local");
        }
    }

    @Nested
    class WhenSignedInElsewhere {
        @BeforeEach
        void elsewhere() {
            answered(new SignInOutcome.AlreadyOnline(Instant.parse("2026-11-22T09:05:00Z")));
            client.asked();
        }

        @Test
        void itIsSaidSinceWhen() {
            assertThat(model.elsewhere.get())
                    .isEqualTo("You are signed in on another computer since 09:05.");
        }

        @Test
        void onOnesWordThatSessionEnds() {
            controller.signInHere();

            assertThat(client.asked())
                    .containsExactly("sign in luke at rebel-base.local, taking over");
        }
    }

    @Nested
    class WithAKeyToDecideAbout {
        @Test
        void aKeyThatOneTrustsIsRememberedAndTheSignInGoesOn() {
            answered(new SignInOutcome.KeyUnknown(KEY));
            client.asked();
            assertThat(model.key.get()).isPresent();

            controller.trust();

            assertThat(client.asked())
                    .containsExactly(
                            "trust rebel-base.local " + KEY, "sign in luke at rebel-base.local");
            assertThat(model.key.get()).isEmpty();
        }

        @Test
        void anotherKeyThanBeforeStopsEverything() {
            answered(new SignInOutcome.KeyChanged(KEY, OTHER));
            client.asked();

            controller.mistrust();

            assertThat(client.asked()).isEmpty();
            assertThat(model.key.get()).isEmpty();
        }
    }
}
