package parley.desktop.login;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import parley.desktop.kit.Texts;
import parley.desktop.net.ServerAddress;

import java.util.stream.Stream;

/// The fields and the button of the dialog.
final class LoginForm extends VBox {
    private static final Texts TEXTS = Texts.of(LoginForm.class);

    private final LoginModel model;
    private final LoginController controller;
    private final TextField server = new TextField();
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();

    LoginForm(LoginModel model, LoginController controller) {
        this.model = model;
        this.controller = controller;
        getStyleClass().add("form");
        getChildren().addAll(serverField(), nameField(), passwordField(), keep());
        getChildren().addAll(elsewhere(), signIn());
        Stream.of(server, name, password)
                .forEach(field -> field.editableProperty().bind(model.busy.not()));
    }

    /// Puts the cursor where something is still to be typed.
    void focusFirstGap() {
        Stream.of(server, name, password)
                .filter(field -> field.getText().isBlank())
                .findFirst()
                .orElse(password)
                .requestFocus();
    }

    private Node serverField() {
        server.setId("login-server");
        server.setPromptText("localhost");
        server.textProperty().bindBidirectional(model.server);
        Label port = new Label(Integer.toString(ServerAddress.DEFAULT_PORT));
        port.getStyleClass().addAll("port", "muted", "small");
        port.setMouseTransparent(true);
        port.visibleProperty().bind(model.server.map(LoginForm::hasUsualPort));
        StackPane both = new StackPane(server, port);
        StackPane.setAlignment(port, Pos.CENTER_RIGHT);
        return new Field(TEXTS.get("server"), server, both, model.serverTrouble);
    }

    private static boolean hasUsualPort(String written) {
        return written.isBlank()
                || ServerAddress.parse(written)
                        .filter(address -> address.port() == ServerAddress.DEFAULT_PORT)
                        .isPresent();
    }

    private Node nameField() {
        name.setId("login-name");
        name.textProperty().bindBidirectional(model.name);
        return new Field(TEXTS.get("name"), name, name, model.nameTrouble);
    }

    private Node passwordField() {
        password.setId("login-password");
        password.textProperty().bindBidirectional(model.password);
        password.setSkin(new DottedSkin(password));
        VBox both = new VBox(password, new CapsLockHint(password));
        return new Field(TEXTS.get("password"), password, both, model.passwordTrouble);
    }

    private Node keep() {
        CheckBox keep = new CheckBox(TEXTS.get("keep"));
        keep.setId("login-keep");
        keep.selectedProperty().bindBidirectional(model.keep);
        keep.addEventFilter(KeyEvent.KEY_PRESSED, this::signInAtEnter);
        return keep;
    }

    /// Enter signs in from everywhere; a check box would take it for itself.
    private void signInAtEnter(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            controller.signIn();
        }
    }

    private Node elsewhere() {
        Label words = new Label();
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.elsewhere);
        Button take = new Button(TEXTS.get("elsewhere.take"));
        take.setId("login-take-over");
        take.setOnAction(_ -> controller.signInHere());
        take.disableProperty().bind(model.busy);
        VBox both = new VBox(words, take);
        both.getStyleClass().add("elsewhere");
        both.visibleProperty().bind(model.elsewhere.isNotEmpty());
        both.managedProperty().bind(both.visibleProperty());
        return both;
    }

    private Node signIn() {
        Button signIn = new Button();
        signIn.setId("login-sign-in");
        signIn.getStyleClass().add("primary");
        signIn.setDefaultButton(true);
        signIn.setMaxWidth(Double.MAX_VALUE);
        signIn.textProperty().bind(verb());
        signIn.disableProperty().bind(model.lockedFor.greaterThan(0));
        signIn.setOnAction(_ -> controller.signIn());
        return signIn;
    }

    private StringBinding verb() {
        return Bindings.createStringBinding(
                () ->
                        model.busy.get()
                                ? TEXTS.get("signing-in")
                                : model.lockedFor.get() > 0
                                        ? TEXTS.get("locked", model.lockedFor.get())
                                        : TEXTS.get("sign-in"),
                model.busy,
                model.lockedFor);
    }
}
