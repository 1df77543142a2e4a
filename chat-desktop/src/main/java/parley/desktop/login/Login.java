package parley.desktop.login;

import javafx.scene.layout.Region;

import parley.desktop.client.Client;
import parley.desktop.client.Client.Remembered;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;
import parley.desktop.net.SignInOutcome;
import parley.desktop.state.Timers;

import java.util.Optional;
import java.util.concurrent.Executor;

/// The login dialog: a card for a window of its own, or above a readable one.
public final class Login {
    private static final Texts TEXTS = Texts.of(Login.class);

    private final LoginModel model = new LoginModel();
    private final LoginController controller;
    private final LoginView view;

    /// @param door brings answers to the JavaFX thread
    public Login(Client client, Executor door, Timers timers, SpokenTime times) {
        controller = new LoginController(model, client, door, timers, times);
        view = new LoginView(model, controller);
        model.subtitle.set(TEXTS.get("subtitle.first"));
        model.server.set("localhost");
    }

    /// The card.
    public Region view() {
        return view;
    }

    /// Fills in who signed in last.
    public void remember(Optional<Remembered> last) {
        last.ifPresent(remembered -> {
            model.server.set(remembered.server().toString());
            model.name.set(remembered.user().toString());
            model.keep.set(remembered.kept());
            model.subtitle.set(TEXTS.get("subtitle"));
        });
    }

    /// Fills in a server, as its user wrote it.
    public void server(String written) {
        model.server.set(written);
    }

    /// Fills in a name.
    public void name(String written) {
        model.name.set(written);
    }

    /// Says why a sign-in that the desktop made by itself was refused.
    public void show(SignInOutcome refusal) {
        controller.show(refusal);
    }

    /// Says that the account has gone, or has another password.
    public void showRemoved() {
        model.passwordTrouble.set(TEXTS.get("password.changed"));
    }

    /// Puts the cursor where something is still to be typed.
    public void focus() {
        view.focus();
    }
}
