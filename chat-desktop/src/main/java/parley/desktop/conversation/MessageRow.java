package parley.desktop.conversation;

import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import parley.desktop.peer.FileTransfer;

import java.time.Instant;

/// One row of a chat, oldest first. A row that changes (a tick more) is replaced by one with the
/// same key.
public sealed interface MessageRow {
    /// What tells it from all other rows of its chat, for good.
    String key();

    /// When it was said.
    Instant time();

    /// What one reads or copies.
    String text();

    /// Something that another said.
    ///
    /// @param speaker the name of who said it
    record Heard(String key, String speaker, String text, Instant time) implements MessageRow {}

    /// Something that the owner of this desktop said.
    record Own(String key, String text, Instant time, SendState state) implements MessageRow {}

    /// A file that goes, or may go, to or fro.
    ///
    /// @param preview of a picture that is on this computer; null where there is none (yet)
    record Shared(String key, FileTransfer transfer, Instant time, @Nullable Image preview)
            implements MessageRow {
        @Override
        public String text() {
            return transfer.name();
        }
    }

    /// A line of the program's, such as "Private chat began 18:47"; it is no message.
    record Note(String key, String text, Instant time) implements MessageRow {}
}
