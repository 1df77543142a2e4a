package parley.desktop.login;

import javafx.scene.control.PasswordField;
import javafx.scene.control.skin.TextFieldSkin;

/// Shows a bullet for each character of a password, in place of JavaFX's discs.
final class DottedSkin extends TextFieldSkin {
    private static final String BULLET = "•";

    DottedSkin(PasswordField field) {
        super(field);
    }

    @Override
    protected String maskText(String text) {
        return BULLET.repeat(text.length());
    }
}
