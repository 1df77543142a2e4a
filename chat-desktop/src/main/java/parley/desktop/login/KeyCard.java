package parley.desktop.login;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import parley.desktop.kit.Texts;
import parley.identity.Fingerprint;

/// Asks about a server's key. One that has never been seen is compared; another one than the
/// remembered stops everything until its owner says that it was compared by another way.
final class KeyCard extends VBox {
    private static final Texts TEXTS = Texts.of(KeyCard.class);

    private final LoginController controller;

    KeyCard(KeyQuestion question, LoginController controller) {
        this.controller = controller;
        getStyleClass().add("key-question");
        switch (question) {
            case KeyQuestion.FirstSeen first -> ask(first);
            case KeyQuestion.Changed changed -> stop(changed);
        }
    }

    private void ask(KeyQuestion.FirstSeen first) {
        Button trust = trust("key.first.trust", "primary");
        trust.setDefaultButton(true);
        getChildren()
                .addAll(
                        words(TEXTS.get("key.first.heading", first.server()), "heading"),
                        words(TEXTS.get("key.first.message"), "message"),
                        fingerprint(first.shown()),
                        answers(back(), trust));
    }

    private void stop(KeyQuestion.Changed changed) {
        CheckBox compared = new CheckBox(TEXTS.get("key.changed.compared"));
        compared.setId("key-compared");
        compared.setWrapText(true);
        Button trust = trust("key.changed.trust", "danger");
        trust.disableProperty().bind(compared.selectedProperty().not());
        getChildren()
                .addAll(
                        words(TEXTS.get("key.changed.heading", changed.server()), "heading", "bad"),
                        words(TEXTS.get("key.changed.message"), "message"),
                        words(TEXTS.get("key.changed.known"), "field-name"),
                        fingerprint(changed.known()),
                        words(TEXTS.get("key.changed.shown"), "field-name"),
                        fingerprint(changed.shown()),
                        compared,
                        answers(trust, back()));
    }

    private Button back() {
        Button back = new Button(TEXTS.get("key.back"));
        back.setId("key-back");
        back.setCancelButton(true);
        back.setOnAction(_ -> controller.mistrust());
        return back;
    }

    private Button trust(String verb, String weight) {
        Button trust = new Button(TEXTS.get(verb));
        trust.setId("key-trust");
        trust.getStyleClass().add(weight);
        trust.setOnAction(_ -> controller.trust());
        return trust;
    }

    private static HBox answers(Button... answers) {
        HBox row = new HBox(answers);
        row.getStyleClass().add("answers");
        return row;
    }

    private static Label fingerprint(Fingerprint key) {
        Label shown = words(key.forPeople().replaceAll("((?:\\S{4} ){3}\\S{4}) ", "$1\n"));
        shown.getStyleClass().add("fingerprint");
        return shown;
    }

    private static Label words(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
