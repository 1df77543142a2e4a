package parley.desktop.privatechat;

import javafx.scene.image.Image;

import parley.desktop.conversation.FileActions;
import parley.desktop.kit.Texts;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.PeerState;
import parley.desktop.state.PrivateChatState;
import parley.desktop.state.PrivateItem;
import parley.protocol.UserName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the owner does about the files of one private chat. One that is over begins anew where a
/// file is offered in it.
final class PrivateFiles implements FileActions {
    private static final Texts TEXTS = Texts.of(PrivateFiles.class);

    private final PrivateChatState chat;
    private final FileDesk.Tools tools;

    PrivateFiles(PrivateChatState chat, FileDesk.Tools tools) {
        this.chat = chat;
        this.tools = tools;
    }

    private UserName person() {
        return chat.person();
    }

    @Override
    public void offer(List<Path> files) {
        begin();
        files.forEach(file -> tools.peers().offerFile(person(), file));
    }

    private void begin() {
        if (chat.state() instanceof PeerState.Ended) {
            tools.peers().open(person());
        }
    }

    @Override
    public void offer(Image picture) {
        if (!PastedPictures.takes(picture)) {
            tools.say().accept(TEXTS.get("paste.too-large"));
            return;
        }
        String name = TEXTS.get("paste.name", stamp());
        tools.pasted()
                .write(picture, name)
                .whenCompleteAsync(
                        (file, failure) -> {
                            if (failure == null) {
                                offerPasted(file);
                            } else {
                                tools.say().accept(TEXTS.get("paste.failed"));
                            }
                        },
                        tools.door());
    }

    private String stamp() {
        return tools.times().time(tools.times().clock().instant()).replace(':', '.');
    }

    private void offerPasted(Path file) {
        begin();
        tools.peers()
                .offerFile(person(), file)
                .ifPresentOrElse(
                        id -> tools.pasted().offered(id, file),
                        () -> tools.background().execute(() -> PastedPictures.remove(file)));
    }

    @Override
    public void choose() {
        List<Path> chosen = tools.places().toSend();
        if (!chosen.isEmpty()) {
            offer(chosen);
        }
    }

    @Override
    public void save(String file) {
        CompletableFuture.supplyAsync(this::downloads, tools.background())
                .whenCompleteAsync(
                        (folder, failure) -> {
                            if (failure == null) {
                                tools.peers().acceptFile(person(), file, folder);
                            } else {
                                tools.say().accept(TEXTS.get("save.no-downloads"));
                            }
                        },
                        tools.door());
    }

    private Path downloads() {
        try {
            return tools.places().downloads();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void saveTo(String file) {
        tools.places()
                .folder()
                .ifPresent(folder -> tools.peers().acceptFile(person(), file, folder));
    }

    @Override
    public void decline(String file) {
        tools.peers().declineFile(person(), file);
    }

    @Override
    public void pause(String file) {
        tools.peers().pauseFile(person(), file);
    }

    @Override
    public void resume(String file) {
        tools.peers().resumeFile(person(), file);
    }

    @Override
    public void cancel(String file) {
        tools.peers().cancelFile(person(), file);
    }

    @Override
    public void openFolder(String file) {
        chat.items().stream()
                .filter(PrivateItem.Shared.class::isInstance)
                .map(item -> ((PrivateItem.Shared) item).transfer())
                .filter(transfer -> transfer.file().equals(file))
                .map(FileTransfer::state)
                .forEach(this::show);
    }

    private void show(FileState state) {
        if (state instanceof FileState.Done(Path path)) {
            tools.places().show(path);
        }
    }
}
