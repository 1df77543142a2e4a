package parley.desktop.export;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.client.Client;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Limits;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/// Writes all of a chat that the server has, page by page from its beginning, to a file that is
/// there whole or not at all. Waits for the server and the disk; on a thread of its own, while any
/// other may cancel it.
final class Export {
    private static final Logger LOG = LoggerFactory.getLogger(Export.class);
    private static final long PATIENCE_SECONDS = 60;

    private final Client client;
    private final Chat chat;
    private final Path file;
    private final ZoneId zone;
    private final LongConsumer progress;
    private volatile boolean cancelled;

    /// How it ended.
    sealed interface Outcome {
        /// @param count of messages
        record Written(long count) implements Outcome {}

        record Cancelled() implements Outcome {}

        /// There was no line, or the server did not answer.
        record NoAnswer() implements Outcome {}

        /// The file could not be written.
        record NotWritten() implements Outcome {}
    }

    /// @param zone by whose clocks times are told
    /// @param progress hears the `seq` of the last message that is written
    Export(Client client, Chat chat, Path file, ZoneId zone, LongConsumer progress) {
        this.client = client;
        this.chat = chat;
        this.file = file;
        this.zone = zone;
        this.progress = progress;
    }

    /// Ends it before the next page; the file is then as it was.
    void cancel() {
        cancelled = true;
    }

    Outcome run() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path part = Files.createTempFile(folder, ".parley-", ".part");
            try {
                return write(part);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            LOG.warn("a chat could not be written to a file", failed);
            return new Outcome.NotWritten();
        }
    }

    private Outcome write(Path part) throws IOException {
        Outcome outcome;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            outcome = write(out);
            channel.force(true);
        }
        if (outcome instanceof Outcome.Written) {
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return outcome;
    }

    private Outcome write(OutputStream out) throws IOException {
        Form form = Form.of(file);
        long count = 0;
        long after = 0;
        while (!cancelled) {
            Optional<Reply.History> page = ask(after);
            if (page.isEmpty()) {
                return new Outcome.NoAnswer();
            }
            for (ChatMessage message : page.get().messages()) {
                out.write(form.bytes(message, zone));
                after = message.seq();
                count++;
            }
            progress.accept(after);
            if (!page.get().more() || page.get().messages().isEmpty()) {
                return new Outcome.Written(count);
            }
        }
        return new Outcome.Cancelled();
    }

    private Optional<Reply.History> ask(long after) {
        Request request =
                new Request.History(
                        chat.toString(), new Request.Page.After(after), Limits.HISTORY_PAGE_MOST);
        try {
            Reply reply = client.ask(request).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return reply instanceof Reply.History page ? Optional.of(page) : Optional.empty();
        } catch (ExecutionException | TimeoutException lost) {
            LOG.debug("the line went while a chat was being written", lost);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
