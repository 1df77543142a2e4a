package parley.desktop.login;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import parley.desktop.kit.AppIcon;
import parley.desktop.kit.Texts;

import java.util.Objects;
import java.util.Optional;

/// The dialog's card.
final class LoginView extends VBox {
    private static final Texts TEXTS = Texts.of(LoginView.class);

    private final LoginModel model;
    private final LoginController controller;
    private final LoginForm form;

    LoginView(LoginModel model, LoginController controller) {
        this.model = model;
        this.controller = controller;
        this.form = new LoginForm(model, controller);
        setId("login");
        getStyleClass().add("login-card");
        getStylesheets()
                .add(
                        Objects.requireNonNull(LoginView.class.getResource("login.css"))
                                .toExternalForm());
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        show(model.key.get());
        model.key.addListener((_, _, question) -> show(question));
    }

    void focus() {
        form.focusFirstGap();
    }

    private void show(Optional<KeyQuestion> question) {
        getChildren().setAll(question.<Node>map(this::keyCard).orElse(form));
        if (question.isEmpty()) {
            getChildren().addFirst(head());
        }
    }

    private Node keyCard(KeyQuestion question) {
        return new KeyCard(question, controller);
    }

    private Node head() {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("title");
        Label subtitle = new Label();
        subtitle.getStyleClass().addAll("small", "muted");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(Region.USE_PREF_SIZE);
        subtitle.textProperty().bind(model.subtitle);
        VBox words = new VBox(title, subtitle);
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(AppIcon.drawn(44), words);
        head.getStyleClass().add("head");
        return head;
    }
}
