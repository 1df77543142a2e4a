package parley.desktop.conversation;

import javafx.scene.image.Image;

import parley.protocol.Chat;

import java.nio.file.Path;
import java.util.List;

/// Files in a chat through the server: none go there, and none come. One that is dropped on a
/// person may go to them privately.
record TalkFiles(Chat chat, Talk.TalkDeeds deeds) implements FileActions {
    @Override
    public void offer(List<Path> files) {
        switch (chat) {
            case Chat.With(var person) -> deeds.offerPrivately(person, files);
            case Chat.Everyone() -> deeds.filesGoToOnePerson();
        }
    }

    /// Nothing becomes of a picture that was copied: where it could go, there is a private chat.
    @Override
    public void offer(Image picture) {}

    @Override
    public void choose() {}

    @Override
    public void save(String file) {}

    @Override
    public void saveTo(String file) {}

    @Override
    public void decline(String file) {}

    @Override
    public void pause(String file) {}

    @Override
    public void resume(String file) {}

    @Override
    public void cancel(String file) {}

    @Override
    public void openFolder(String file) {}
}
