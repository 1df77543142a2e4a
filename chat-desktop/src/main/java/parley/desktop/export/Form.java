package parley.desktop.export;

import parley.protocol.ChatMessage;
import parley.protocol.Event;
import parley.wire.FrameCodec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// In what form a chat is written, always in UTF-8.
public enum Form {
    /// For people: time, name and words. A line within a message is indented, so that nobody can
    /// write one that looks like another's.
    TEXT(".txt") {
        @Override
        byte[] bytes(ChatMessage message, ZoneId zone) {
            String words = message.text().replaceAll("\\R", "\n    ");
            String time = TIME.format(message.time().atZone(zone));
            return ("%s  %s: %s%n".formatted(time, message.from(), words))
                    .getBytes(StandardCharsets.UTF_8);
        }
    },

    /// For programs: a `message` of the protocol a line.
    JSON_LINES(".jsonl") {
        @Override
        byte[] bytes(ChatMessage message, ZoneId zone) {
            return FrameCodec.encode(new Event.Message(message));
        }
    };

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final String ending;

    Form(String ending) {
        this.ending = ending;
    }

    /// How its files' names end.
    public String ending() {
        return ending;
    }

    /// The form that a file's name asks for.
    static Form of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(JSON_LINES.ending) ? JSON_LINES : TEXT;
    }

    /// A message as it is written.
    abstract byte[] bytes(ChatMessage message, ZoneId zone);
}
