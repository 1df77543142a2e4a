package parley.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/// The program's appearance: AtlantaFX Primer, our tokens, our sheet, Inter, in light or dark.
///
/// One for the whole program, since JavaFX has one user-agent style sheet. Whichever window opens,
/// menus and tooltips too, is kept in the scheme that holds; a change of the system's scheme or of
/// the owner's choice shows at once, without a restart.
public final class Look {
    private static final List<String> SHEETS = List.of(sheet("tokens.css"), sheet("kit.css"));

    private final ObjectBinding<ColorScheme> scheme;

    /// A look that follows the owner's choice, and where that is [Scheme#SYSTEM] the system's.
    ///
    /// @param system the system's scheme; see [#ofThisSystem]
    /// @param choice the owner's
    public Look(ObservableValue<ColorScheme> system, ObservableValue<Scheme> choice) {
        Fonts.load();
        scheme =
                Bindings.createObjectBinding(
                        () -> resolve(choice.getValue(), system.getValue()), system, choice);
        scheme.addListener((_, _, now) -> apply(now));
        Window.getWindows()
                .addListener(
                        (ListChangeListener<Window>)
                                _ -> Window.getWindows().forEach(this::keepInStep));
        apply(scheme.get());
    }

    /// The look on this computer.
    public static Look ofThisSystem(ObservableValue<Scheme> choice) {
        return new Look(Platform.getPreferences().colorSchemeProperty(), choice);
    }

    /// Gives a scene the look. Once for each scene, before it is shown.
    public void dress(Scene scene) {
        scene.getStylesheets().addAll(0, SHEETS);
        scene.getPreferences().setColorScheme(scheme.get());
    }

    /// The scheme that holds.
    public ObservableValue<ColorScheme> scheme() {
        return scheme;
    }

    private static ColorScheme resolve(Scheme choice, ColorScheme system) {
        return switch (choice) {
            case SYSTEM -> system;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }

    private void apply(ColorScheme now) {
        Application.setUserAgentStylesheet(
                now == ColorScheme.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        Window.getWindows().forEach(this::keepInStep);
    }

    private void keepInStep(Window window) {
        if (window.getScene() != null) {
            window.getScene().getPreferences().setColorScheme(scheme.get());
        }
    }

    private static String sheet(String name) {
        URL sheet = Objects.requireNonNull(Look.class.getResource(name), name);
        return sheet.toExternalForm();
    }
}
