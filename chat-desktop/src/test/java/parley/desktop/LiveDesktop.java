package parley.desktop;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.Client;
import parley.desktop.kit.Fx;
import parley.desktop.kit.SpokenTime;
import parley.desktop.local.ProfileUnusable;
import parley.desktop.settings.Settings;
import parley.desktop.settings.SettingsFile;
import parley.identity.Identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// A real desktop in this JVM, over a profile of its own: its window is shown, its client has its
/// own sockets. It can be closed and opened again.
public final class LiveDesktop implements AutoCloseable {
    /// Large enough for the whole sidebar, and no larger: each pixel of a headless screen is copied
    /// by the processor.
    private static final double WIDTH = 880;

    private static final double HEIGHT = 540;

    private final Path profile;
    private final FakePlaces places = new FakePlaces();
    private final SimpleBooleanProperty active = new SimpleBooleanProperty(true);
    private @Nullable Running running;

    /// One run of it.
    private record Running(Client client, SettingsFile settings, Desktop desktop, Stage stage) {}

    /// @param profile its folder
    public LiveDesktop(Path profile) {
        this.profile = profile;
    }

    /// Starts it, its login dialog filled in as by the command line.
    public void open(String server, String user) throws IOException, ProfileUnusable {
        Client client = Client.open(profile);
        Identity identity = Identity.ofDesktop(profile);
        SettingsFile file = new SettingsFile(profile);
        Prefilled prefilled = new Prefilled(Optional.of(server), Optional.of(user));
        running =
                Fx.get(() -> {
                    Stage stage = new Stage();
                    Desktop desktop =
                            new Desktop(
                                    new Desktop.Needs(
                                            client,
                                            identity,
                                            new Settings(file.load(), file::keep),
                                            prefilled,
                                            Fx.look(),
                                            stage,
                                            active,
                                            _ -> {},
                                            _ -> Optional.empty(),
                                            places,
                                            SpokenTime.here()));
                    stage.setWidth(WIDTH);
                    stage.setHeight(HEIGHT);
                    desktop.open();
                    return new Running(client, file, desktop, stage);
                });
    }

    /// Whether its owner works in its window; at first they do.
    public SimpleBooleanProperty activeProperty() {
        return active;
    }

    public FakePlaces places() {
        return places;
    }

    public Stage stage() {
        return Objects.requireNonNull(running, "not open").stage();
    }

    public Scene scene() {
        return stage().getScene();
    }

    /// Its owner closes the window.
    @Override
    public void close() {
        Running present = running;
        running = null;
        if (present != null) {
            Fx.run(present.desktop()::leave);
            present.desktop().close();
            present.settings().close();
        }
    }
}
