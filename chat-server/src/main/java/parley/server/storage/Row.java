package parley.server.storage;

import parley.server.conversation.Logged;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A message as it stands in the log.
///
/// @param time milliseconds since 1970
/// @param prev the position of that chat's message before; 0 where it is the first
/// @param id what it was sent under; empty where there was none
record Row(
        long pos,
        ChatHead chat,
        long seq,
        Person sender,
        long time,
        long prev,
        String id,
        byte[] text) {
    Logged logged() {
        return new Logged(
                chat.conversation(),
                seq,
                sender.name(),
                Instant.ofEpochMilli(time),
                id,
                text(text));
    }

    ChatHead.Tip tip() {
        return new ChatHead.Tip(seq, pos, time);
    }

    /// UTF-8 as it stands in the log.
    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
