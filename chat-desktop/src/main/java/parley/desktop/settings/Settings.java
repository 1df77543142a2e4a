package parley.desktop.settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import parley.desktop.kit.Scheme;
import parley.desktop.peer.Consent;

import java.util.function.Consumer;

/// The owner's choices, as properties; each change is told to whoever keeps them.
public final class Settings {
    private final ObjectProperty<Scheme> scheme;
    private final ObjectProperty<Consent> consent;

    /// @param keeper hears of all choices after each change
    public Settings(Choices first, Consumer<Choices> keeper) {
        scheme = new SimpleObjectProperty<>(this, "scheme", first.scheme());
        consent = new SimpleObjectProperty<>(this, "consent", first.consent());
        scheme.addListener((_, _, _) -> keeper.accept(now()));
        consent.addListener((_, _, _) -> keeper.accept(now()));
    }

    /// Light, dark, or as the system has it.
    public ObjectProperty<Scheme> schemeProperty() {
        return scheme;
    }

    /// Whom private chats are opened to without asking.
    public ObjectProperty<Consent> consentProperty() {
        return consent;
    }

    private Choices now() {
        return new Choices(scheme.get(), consent.get());
    }
}
