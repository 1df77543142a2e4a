package parley.desktop.login;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import parley.desktop.kit.Texts;

/// Says so where Caps Lock is on while somebody types a password.
final class CapsLockHint extends Label {
    private static final Texts TEXTS = Texts.of(CapsLockHint.class);

    private final TextField field;

    CapsLockHint(TextField field) {
        super(TEXTS.get("caps-lock"));
        this.field = field;
        getStyleClass().addAll("trouble", "small", "muted");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        field.addEventHandler(KeyEvent.KEY_RELEASED, _ -> look());
        field.focusedProperty().addListener((_, _, _) -> look());
    }

    private void look() {
        boolean locked = Platform.isKeyLocked(KeyCode.CAPS).orElse(false);
        setVisible(locked && field.isFocused());
    }
}
