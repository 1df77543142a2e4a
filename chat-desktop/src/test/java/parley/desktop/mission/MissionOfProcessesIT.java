package parley.desktop.mission;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Path;

/// The mission, each desktop a process and a screen of its own, with a robot at its keys.
@Execution(ExecutionMode.CONCURRENT)
class MissionOfProcessesIT extends MissionContract {
    @Override
    Desk desk(Path profile) {
        return new DeskElsewhere(profile);
    }
}
