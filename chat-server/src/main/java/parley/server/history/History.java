package parley.server.history;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Directory;

import java.util.List;

/// The pages of a chat that its reader turns. May wait for the store; any thread may use it.
public final class History {
    /// Bytes that a page's line needs around its messages, with the longest id and name.
    private static final int AROUND = 580;

    private final Shelf shelf;
    private final HistoryStore store;

    public History(Directory directory, HistoryStore store) {
        this.shelf = new Shelf(directory, store);
        this.store = store;
    }

    /// The page that was asked for, or as much of it as fits into a line.
    public Reply page(UserName reader, Request.History question) {
        return switch (shelf.find(reader, question.chat())) {
            case ChatNamed.Readable(Chat shown, Conversation chat) ->
                    page(reader, shown, chat, question);
            case ChatNamed.Refused(Reply.Error error) -> error;
        };
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
        List<ChatMessage> messages = shown(reader, shown, slice).reversed();
        List<ChatMessage> fitting = Shelf.fitting(messages, AROUND);
        boolean more = slice.more() || fitting.size() < messages.size();
        return new Reply.History(shown, fitting.reversed(), more);
    }

    private Reply oldest(UserName reader, Chat shown, Conversation chat, long after, int limit) {
        HistoryStore.Slice slice = store.after(chat, reader, after, limit);
        List<ChatMessage> messages = shown(reader, shown, slice);
        List<ChatMessage> fitting = Shelf.fitting(messages, AROUND);
        boolean more = slice.more() || fitting.size() < messages.size();
        return new Reply.History(shown, fitting, more);
    }

    private List<ChatMessage> shown(UserName reader, Chat chat, HistoryStore.Slice slice) {
        return slice.messages().stream()
                .map(message -> shelf.shown(reader, chat, message))
                .toList();
    }
}
