package parley.desktop.mission;

import java.nio.file.Path;

/// The mission, with four windows in this JVM.
class MissionIT extends MissionContract {
    @Override
    Desk desk(Path profile) {
        return new DeskHere(profile);
    }
}
