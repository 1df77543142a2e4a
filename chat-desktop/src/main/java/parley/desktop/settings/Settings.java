package parley.desktop.settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import parley.desktop.kit.Scheme;
import parley.desktop.peer.Consent;
import parley.desktop.peer.Disclosure;
import parley.desktop.peer.Routers;

import java.util.function.Consumer;

/// The owner's choices, as properties; each change is told to whoever keeps them.
public final class Settings {
    private final ObjectProperty<Scheme> scheme;
    private final ObjectProperty<Consent> consent;
    private final ObjectProperty<Disclosure> disclosure;
    private final ObjectProperty<Integer> port;
    private final ObjectProperty<Routers> routers;

    /// @param keeper hears of all choices after each change
    public Settings(Choices first, Consumer<Choices> keeper) {
        scheme = new SimpleObjectProperty<>(this, "scheme", first.scheme());
        consent = new SimpleObjectProperty<>(this, "consent", first.consent());
        disclosure = new SimpleObjectProperty<>(this, "disclosure", first.disclosure());
        port = new SimpleObjectProperty<>(this, "port", first.port());
        routers = new SimpleObjectProperty<>(this, "routers", first.routers());
        routers.addListener((_, _, _) -> keeper.accept(now()));
        disclosure.addListener((_, _, _) -> keeper.accept(now()));
        port.addListener((_, _, _) -> keeper.accept(now()));
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

    /// To whom this computer's addresses are given.
    public ObjectProperty<Disclosure> disclosureProperty() {
        return disclosure;
    }

    /// Where private chats listen; 0 for any free port.
    public ObjectProperty<Integer> portProperty() {
        return port;
    }

    /// Whether the router is asked to let private chats in.
    public ObjectProperty<Routers> routersProperty() {
        return routers;
    }

    private Choices now() {
        return new Choices(
                scheme.get(), consent.get(), disclosure.get(), port.get(), routers.get());
    }
}
