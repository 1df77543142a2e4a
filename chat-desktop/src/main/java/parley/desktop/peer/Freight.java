package parley.desktop.peer;

import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The files of one private chat, both ways. On the strand only.
final class Freight {
    private final UserName person;
    private final Consumer<PeerChange> tell;

    Freight(UserName person, Consumer<PeerChange> tell) {
        this.person = person;
        this.tell = tell;
    }

    /// Offers a file of the owner's.
    void offer(String file, Path path) {
        Path name = path.getFileName();
        tell.accept(
                new PeerChange.FileMoved(
                        person,
                        new FileTransfer(
                                file,
                                FileTransfer.Way.OUT,
                                name == null ? "" : name.toString(),
                                0,
                                new FileState.Failed(FileFailure.BROKE_OFF),
                                0,
                                0)));
    }

    void accept(String file, Path folder) {}

    void decline(String file) {}

    void pause(String file) {}

    void resume(String file) {}

    void cancel(String file) {}
}
