package parley.desktop.verification;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Icons;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;
import parley.desktop.peer.KnownKey;
import parley.desktop.peer.Mark;
import parley.desktop.peer.PeerKeys;
import parley.desktop.peer.Trust;
import parley.identity.Fingerprint;
import parley.identity.SafetyNumber;
import parley.protocol.UserName;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// The card on which two people compare the safety number of their computers, and mark that they
/// have; with all computers of the other that were met. Follows what becomes known while it is
/// open.
public final class VerificationCard extends VBox {
    private static final Texts TEXTS = Texts.of(VerificationCard.class);
    private static final int SHORT_KEY = 19;

    private final UserName person;
    private final Work work;
    private final SpokenTime times;
    private final DigitsPane digits = new DigitsPane();
    private final Label standing = words("", "standing");
    private final VBox computers = new VBox();
    private final HBox answers = new HBox();
    private final ChangeListener<Optional<PeerKeys>> follower;
    private Optional<Fingerprint> numbered = Optional.empty();

    /// What the card asks others to do.
    public interface Work {
        /// The number that the owner and the person with this key see, both of them.
        CompletableFuture<SafetyNumber> number(UserName person, Fingerprint key);

        void mark(UserName person, Fingerprint key, Mark mark);

        void close();
    }

    /// @param keys what is known of this person, followed from now on
    /// @param door to the JavaFX thread
    public VerificationCard(
            UserName person,
            ObservableValue<Optional<PeerKeys>> keys,
            Work work,
            SpokenTime times,
            Executor door) {
        this.person = person;
        this.work = work;
        this.times = times;
        getStyleClass().addAll("prompt", "verification-card");
        getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        VerificationCard.class.getResource("verification.css"))
                                .toExternalForm());
        setId("verification-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(TEXTS.get("heading", person));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        computers.getStyleClass().add("computers");
        answers.getStyleClass().add("answers");
        getChildren()
                .addAll(
                        words(TEXTS.get("heading", person), "heading"),
                        words(TEXTS.get("message", person), "message"),
                        digits,
                        standing,
                        computers,
                        answers);
        follower = (_, _, now) -> show(now, door);
        keys.addListener(new WeakChangeListener<>(follower));
        show(keys.getValue(), door);
    }

    private void show(Optional<PeerKeys> keys, Executor door) {
        keys.ifPresentOrElse(known -> show(known, door), this::showNobody);
    }

    private void showNobody() {
        digits.say(TEXTS.get("never-met", person));
        answers.getChildren().setAll(button("close", "primary", work::close));
    }

    private void show(PeerKeys keys, Executor door) {
        if (!numbered.equals(Optional.of(keys.present()))) {
            numbered = Optional.of(keys.present());
            digits.say(TEXTS.get("working"));
            var _ =
                    work.number(person, keys.present())
                            .whenCompleteAsync(
                                    (number, failure) ->
                                            showNumber(keys.present(), Optional.ofNullable(number)),
                                    door);
        }
        Trust trust = keys.trust();
        standing.setText(TEXTS.get(name(trust), person));
        standing.getStyleClass().setAll("standing", name(trust));
        standing.setGraphic(
                Icons.icon(trust == Trust.VERIFIED ? Feather.CHECK_CIRCLE : Feather.SHIELD, 16));
        showComputers(keys);
        showAnswers(keys);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void showNumber(Fingerprint key, Optional<SafetyNumber> number) {
        if (numbered.equals(Optional.of(key))) {
            number.ifPresentOrElse(
                    digits::show,
                    () -> {
                        numbered = Optional.empty();
                        digits.say(TEXTS.get("unknown-server"));
                    });
        }
    }

    /// A list of one says nothing that is not said already.
    private void showComputers(PeerKeys keys) {
        boolean several = keys.met().size() > 1;
        computers.setVisible(several);
        computers.setManaged(several);
        computers.getChildren().setAll(words(TEXTS.get("computers", person), "section"));
        keys.met().forEach(key -> computers.getChildren().add(row(key, keys.present())));
    }

    private Node row(KnownKey key, Fingerprint present) {
        Label name = words(key.key().forPeople().substring(0, SHORT_KEY) + " …", "key");
        String here = key.key().equals(present) ? TEXTS.get("present") + " · " : "";
        Label said = words(here + said(key), "explained");
        VBox both = new VBox(name, said);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox row = new HBox(both);
        row.getStyleClass().add("computer");
        if (key.mark() == Mark.VERIFIED && !key.key().equals(present)) {
            Button undo = button("unverify", "plain", () -> mark(key.key(), Mark.NONE));
            undo.setAccessibleText(TEXTS.get("unverify.spoken", name.getText()));
            row.getChildren().add(undo);
        }
        return row;
    }

    private String said(KnownKey key) {
        if (key.mark() == Mark.VERIFIED) {
            return key.marked()
                    .map(when -> TEXTS.get("verified-on", times.brief(when)))
                    .orElseGet(() -> TEXTS.get("verified-once"));
        }
        return key.met()
                .map(when -> TEXTS.get("met-on", times.brief(when)))
                .orElseGet(() -> TEXTS.get("met-once"));
    }

    private void showAnswers(PeerKeys keys) {
        Button close = button("close", "plain", work::close);
        Button mark =
                keys.trust() == Trust.VERIFIED
                        ? button("unverify", "plain", () -> mark(keys.present(), Mark.NONE))
                        : button("verify", "primary", () -> mark(keys.present(), Mark.VERIFIED));
        if (keys.trust() != Trust.VERIFIED) {
            mark.getStyleClass().add("private");
            mark.disableProperty().bind(digits.shownProperty().not());
        }
        answers.getChildren().setAll(close, mark);
    }

    private void mark(Fingerprint key, Mark mark) {
        work.mark(person, key, mark);
    }

    private static Button button(String key, String weight, Runnable deed) {
        Button button = new Button(TEXTS.get(key));
        button.setId("verification-" + key);
        button.getStyleClass().add(weight);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
        return button;
    }

    private static Label words(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
