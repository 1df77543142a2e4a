package parley.desktop.privatechat;

import javafx.scene.image.Image;

import parley.desktop.conversation.FileActions;
import parley.desktop.kit.SpokenTime;
import parley.desktop.peer.PeerChange;
import parley.desktop.state.PrivateChatState;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The files of private chats on this computer: what is chosen, dropped or pasted, where they are
/// saved, and small pictures of them. On the JavaFX thread; one thread of its own works with the
/// disk, and only while there is something to do.
public final class FileDesk implements AutoCloseable {
    private final Tools tools;

    /// What the files of each chat are handled with.
    ///
    /// @param door leads to the JavaFX thread
    /// @param say says something in passing
    record Tools(
            Peers peers,
            FilePlaces places,
            SpokenTime times,
            Executor background,
            Executor door,
            Consumer<String> say,
            PastedPictures pasted) {}

    /// @param door leads to the JavaFX thread
    /// @param say says something in passing
    public FileDesk(
            Peers peers, FilePlaces places, SpokenTime times, Executor door, Consumer<String> say) {
        Executor background = background();
        tools =
                new Tools(
                        peers,
                        places,
                        times,
                        background,
                        door,
                        say,
                        new PastedPictures(background));
    }

    private static Executor background() {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1,
                        1,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("private-files").factory());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /// What the owner does about the files of a chat.
    FileActions of(PrivateChatState chat) {
        return new PrivateFiles(chat, tools);
    }

    /// Tells the small picture of a file.
    void preview(Path file, Consumer<Image> then) {
        new Previews(tools.background(), tools.door()).of(file, then);
    }

    /// What private chats tell, once it has been applied.
    public void hear(PeerChange change) {
        tools.pasted().hear(change);
    }

    /// Removes what was only there to be sent; not on the JavaFX thread.
    @Override
    public void close() {
        tools.pasted().close();
    }
}
