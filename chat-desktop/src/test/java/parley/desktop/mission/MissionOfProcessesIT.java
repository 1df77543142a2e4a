package parley.desktop.mission;

import java.nio.file.Path;

/// The mission, each desktop a process and a screen of its own, with a robot at its keys.
class MissionOfProcessesIT extends MissionContract {
    @Override
    Desk desk(Path profile) {
        return new DeskElsewhere(profile);
    }
}
