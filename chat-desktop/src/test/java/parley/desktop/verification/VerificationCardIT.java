package parley.desktop.verification;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.kit.Nameless;
import parley.desktop.kit.SpokenTime;
import parley.desktop.peer.KnownKey;
import parley.desktop.peer.Mark;
import parley.desktop.peer.PeerKeys;
import parley.identity.Fingerprint;
import parley.identity.SafetyNumber;
import parley.protocol.UserName;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class VerificationCardIT {
    private static final UserName LUKE = UserName.of("luke");
    private static final Fingerprint HERE = new Fingerprint("a".repeat(42) + "A");
    private static final Fingerprint THERE = new Fingerprint("b".repeat(42) + "A");
    private static final Instant NOW = Instant.parse("2026-11-22T18:54:00Z");
    private static final SafetyNumber NUMBER = new SafetyNumber("0123456789".repeat(6));

    private final ObjectProperty<Optional<PeerKeys>> keys =
            new SimpleObjectProperty<>(Optional.of(new PeerKeys(HERE, List.of(key(HERE)))));
    private final CompletableFuture<SafetyNumber> number = new CompletableFuture<>();
    private final List<String> done = new ArrayList<>();
    private VerificationCard card;

    private static KnownKey key(Fingerprint key) {
        return new KnownKey(key, Mark.NONE, Optional.of(NOW), Optional.empty());
    }

    private static KnownKey verified(Fingerprint key) {
        return new KnownKey(key, Mark.VERIFIED, Optional.of(NOW), Optional.of(NOW));
    }

    private final class Noted implements VerificationCard.Work {
        @Override
        public CompletableFuture<SafetyNumber> number(UserName person, Fingerprint key) {
            done.add("number of " + key);
            return number;
        }

        @Override
        public void mark(UserName person, Fingerprint key, Mark mark) {
            done.add(mark + " " + key);
        }

        @Override
        public void close() {
            done.add("close");
        }
    }

    @BeforeEach
    void open() {
        SpokenTime times = new SpokenTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
        card =
                Fx.get(() ->
                        new VerificationCard(LUKE, keys, new Noted(), times, Platform::runLater));
    }

    private void known(PeerKeys now) {
        Fx.run(() -> keys.set(Optional.of(now)));
    }

    private List<String> labels() {
        return Fx.get(() ->
                Hands.all(card).stream()
                        .filter(Label.class::isInstance)
                        .map(each -> ((Label) each).getText())
                        .toList());
    }

    private Button button(String id) {
        return (Button) Hands.one(card, each -> id.equals(each.getId()));
    }

    @Test
    void theDigitsAreThereInTwelveGroupsAndCanBeMarkedAsCompared() {
        assertThat(Fx.get(button("verification-verify")::isDisabled)).isTrue();

        number.complete(NUMBER);

        assertThat(labels()).containsSubsequence("01234", "56789", "01234", "56789");
        Fx.run(button("verification-verify")::fire);
        assertThat(done).containsExactly("number of " + HERE, "VERIFIED " + HERE);
        assertThat(Nameless.below(card)).isEmpty();
    }

    @Test
    void withoutTheServersKeyItSaysWhy() {
        number.completeExceptionally(new java.io.IOException("gone"));

        assertThat(labels()).anyMatch(each -> each.contains("while the server does not answer"));
        assertThat(Fx.get(button("verification-verify")::isDisabled)).isTrue();
    }

    @Test
    void aMarkCanBeTakenBack() {
        number.complete(NUMBER);
        known(new PeerKeys(HERE, List.of(verified(HERE))));

        assertThat(labels()).contains("Verified: you have compared the digits.");
        Fx.run(button("verification-unverify")::fire);
        assertThat(done).endsWith("NONE " + HERE);
    }

    @Test
    void severalComputersAreListedEachWithWhatIsKnownOfIt() {
        known(new PeerKeys(HERE, List.of(verified(THERE), key(HERE))));

        assertThat(labels())
                .contains(
                        "luke’s computers",
                        "verified 18:54",
                        "this one · met 18:54, not verified",
                        "Not verified, though another computer of luke’s is. Nothing is sent to it"
                                + " until you decide.");
    }

    @Test
    void anotherComputerHasAnotherNumber() {
        known(new PeerKeys(THERE, List.of(key(HERE), key(THERE))));

        assertThat(done).containsExactly("number of " + HERE, "number of " + THERE);
    }
}
