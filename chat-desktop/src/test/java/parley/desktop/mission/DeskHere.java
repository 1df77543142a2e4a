package parley.desktop.mission;

import javafx.stage.Stage;

import parley.desktop.FakePlaces;
import parley.desktop.LiveDesktop;

import java.nio.file.Path;

/// A desktop in this JVM, beside others.
final class DeskHere extends StageDesk {
    private final LiveDesktop desktop;

    /// @param profile its folder
    DeskHere(Path profile) {
        this(new LiveDesktop(profile));
    }

    private DeskHere(LiveDesktop desktop) {
        super(new FiredHand(desktop::scene));
        this.desktop = desktop;
    }

    @Override
    public void open(String server, String user) throws Exception {
        desktop.open(server, user);
    }

    /// Where its files come from and go to.
    FakePlaces places() {
        return desktop.places();
    }

    @Override
    Stage stage() {
        return desktop.stage();
    }

    @Override
    public void close() {
        desktop.close();
    }
}
