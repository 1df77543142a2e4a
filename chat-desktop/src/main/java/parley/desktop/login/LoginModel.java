package parley.desktop.login;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;

/// What is to be seen of the dialog. Sentences are empty where there is nothing to say.
final class LoginModel {
    final StringProperty server = new SimpleStringProperty(this, "server", "");
    final StringProperty name = new SimpleStringProperty(this, "name", "");
    final StringProperty password = new SimpleStringProperty(this, "password", "");
    final BooleanProperty keep = new SimpleBooleanProperty(this, "keep");

    /// The line under the program's name.
    final StringProperty subtitle = new SimpleStringProperty(this, "subtitle", "");

    /// What is wrong with each field.
    final StringProperty serverTrouble = new SimpleStringProperty(this, "serverTrouble", "");

    final StringProperty nameTrouble = new SimpleStringProperty(this, "nameTrouble", "");
    final StringProperty passwordTrouble = new SimpleStringProperty(this, "passwordTrouble", "");

    /// That one is signed in elsewhere; with it stands the offer to sign in here instead.
    final StringProperty elsewhere = new SimpleStringProperty(this, "elsewhere", "");

    /// Whether an answer is awaited.
    final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");

    /// Seconds until a locked name may try again; 0 where it may.
    final IntegerProperty lockedFor = new SimpleIntegerProperty(this, "lockedFor");

    /// What has to be decided about the server's key; it stands in place of the fields.
    final ObjectProperty<Optional<KeyQuestion>> key =
            new SimpleObjectProperty<>(this, "key", Optional.empty());

    void forgetTroubles() {
        serverTrouble.set("");
        nameTrouble.set("");
        passwordTrouble.set("");
        elsewhere.set("");
    }
}
