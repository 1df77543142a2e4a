package parley.server.history;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Directory;
import parley.server.conversation.Logged;
import parley.wire.FrameCodec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What all reading has in common: which chats there are for a reader, how they see a message, and
/// how many fit into a line.
final class Shelf {
    private final Directory directory;
    private final HistoryStore store;

    Shelf(Directory directory, HistoryStore store) {
        this.directory = directory;
        this.store = store;
    }

    /// The chat that a reader names so. May wait for the store.
    ChatNamed find(UserName reader, String name) {
        if (name.equals("*")) {
            return new ChatNamed.Readable(Chat.EVERYONE, Conversation.OF_ALL);
        }
        Optional<UserName> other = directory.name(name);
        if (other.isEmpty()) {
            return unknownUser();
        }
        if (other.get().equals(reader)) {
            return new ChatNamed.Refused(
                    new Reply.Error(Refusal.SELF, "You have no chat with yourself."));
        }
        Conversation chat = Conversation.between(reader, other.get());
        return directory.find(name).isPresent() || store.has(chat)
                ? new ChatNamed.Readable(Chat.with(other.get()), chat)
                : unknownUser();
    }

    private static ChatNamed unknownUser() {
        return new ChatNamed.Refused(
                new Reply.Error(Refusal.UNKNOWN_USER, "There is no such user."));
    }

    /// A message as this reader sees it, everybody spelled as now.
    ChatMessage shown(UserName reader, Logged logged) {
        return switch (logged.in().seenBy(reader)) {
            case Chat.With(UserName other) ->
                    shown(reader, Chat.with(directory.shown(other)), logged);
            case Chat.Everyone() -> shown(reader, Chat.EVERYONE, logged);
        };
    }

    /// A message as this reader sees it, in a chat that is shown so.
    ChatMessage shown(UserName reader, Chat chat, Logged logged) {
        ChatMessage message = logged.seenBy(reader);
        return new ChatMessage(
                chat,
                directory.shown(message.from()),
                message.seq(),
                message.text(),
                message.time(),
                message.id());
    }

    /// The first of these that fit into a line; one always does.
    ///
    /// @param around bytes that the line needs beside them, at most
    static List<ChatMessage> fitting(List<ChatMessage> messages, int around) {
        List<ChatMessage> fitting = new ArrayList<>();
        int left = Limits.LINE_BYTES - around;
        for (ChatMessage message : messages) {
            left -= FrameCodec.encode(new Event.Message(message)).length;
            if (left < 0 && !fitting.isEmpty()) {
                break;
            }
            fitting.add(message);
        }
        return fitting;
    }
}
