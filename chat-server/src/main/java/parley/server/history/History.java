package parley.server.history;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Directory;
import parley.wire.FrameCodec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages of a chat that its reader turns. May wait for the store; any thread may use it.
public final class History {
    /// Bytes that a page's line needs around its messages, with the longest id and name.
    private static final int AROUND = 580;

    private final Directory directory;
    private final HistoryStore store;

    public History(Directory directory, HistoryStore store) {
        this.directory = directory;
        this.store = store;
    }

    /// The page that was asked for, or as much of it as fits into a line.
    public Reply page(UserName reader, Request.History question) {
        if (question.chat().equals("*")) {
            return page(reader, Chat.EVERYONE, Conversation.OF_ALL, question);
        }
        Optional<UserName> other = directory.name(question.chat());
        if (other.isEmpty()) {
            return unknownUser();
        }
        if (other.get().equals(reader)) {
            return new Reply.Error(Refusal.SELF, "You have no chat with yourself.");
        }
        Conversation chat = Conversation.between(reader, other.get());
        return directory.find(question.chat()).isPresent() || store.has(chat)
                ? page(reader, Chat.with(other.get()), chat, question)
                : unknownUser();
    }

    private static Reply unknownUser() {
        return new Reply.Error(Refusal.UNKNOWN_USER, "There is no such user.");
    }

    private Reply page(UserName reader, Chat shown, Conversation chat, Request.History question) {
        return switch (question.page()) {
            case Request.Page.Latest() ->
                    newest(reader, shown, chat, Long.MAX_VALUE, question.limit());
            case Request.Page.Before(long seq) ->
                    newest(reader, shown, chat, seq, question.limit());
            case Request.Page.After(long seq) -> oldest(reader, shown, chat, seq, question.limit());
        };
    }

    private Reply newest(UserName reader, Chat shown, Conversation chat, long before, int limit) {
        HistoryStore.Slice slice = store.before(chat, reader, before, limit);
        List<ChatMessage> messages = seen(reader, shown, slice).reversed();
        List<ChatMessage> fitting = fitting(messages);
        boolean more = slice.more() || fitting.size() < messages.size();
        return new Reply.History(shown, fitting.reversed(), more);
    }

    private Reply oldest(UserName reader, Chat shown, Conversation chat, long after, int limit) {
        HistoryStore.Slice slice = store.after(chat, reader, after, limit);
        List<ChatMessage> messages = seen(reader, shown, slice);
        List<ChatMessage> fitting = fitting(messages);
        boolean more = slice.more() || fitting.size() < messages.size();
        return new Reply.History(shown, fitting, more);
    }

    private List<ChatMessage> seen(UserName reader, Chat shown, HistoryStore.Slice slice) {
        return slice.messages().stream()
                .map(message -> message.seenBy(reader))
                .map(message ->
                        new ChatMessage(
                                shown,
                                directory.shown(message.from()),
                                message.seq(),
                                message.text(),
                                message.time(),
                                message.id()))
                .toList();
    }

    /// The first of these that fit into a line; one always does.
    private static List<ChatMessage> fitting(List<ChatMessage> messages) {
        List<ChatMessage> fitting = new ArrayList<>();
        int left = Limits.LINE_BYTES - AROUND;
        for (ChatMessage message : messages) {
            left -= FrameCodec.encode(new Event.Message(message)).length;
            if (left < 0) {
                break;
            }
            fitting.add(message);
        }
        return fitting;
    }
}
