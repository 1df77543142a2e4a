package parley.server.history;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.ResultCursor;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Directory;
import parley.words.Wanted;

import java.util.List;
import java.util.Optional;

/// Finds messages by their words, among all that the asker may read. May wait for the store; any
/// thread may use it.
public final class Search {
    /// Bytes that the line needs around its messages, with the longest id and cursor.
    private static final int AROUND = 640;

    private final Shelf shelf;
    private final SearchStore store;

    public Search(Directory directory, HistoryStore history, SearchStore store) {
        this.shelf = new Shelf(directory, history);
        this.store = store;
    }

    /// What was found, the newest first, as much as was asked for and fits into a line.
    public Reply results(UserName reader, Request.Search question) {
        Optional<ChatNamed> named = question.chat().map(name -> shelf.find(reader, name));
        if (named.isPresent() && named.get() instanceof ChatNamed.Refused(Reply.Error error)) {
            return error;
        }
        Wanted wanted = Wanted.of(question.text());
        if (wanted.isEmpty()) {
            return new Reply.Results(List.of(), "");
        }
        Optional<Conversation> in = named.flatMap(Search::conversation);
        return question.before().isEmpty()
                ? results(reader, in, wanted, Optional.empty(), question.limit())
                : place(reader, question.before())
                        .map(place ->
                                results(reader, in, wanted, Optional.of(place), question.limit()))
                        .orElseGet(Search::badCursor);
    }

    private static Optional<Conversation> conversation(ChatNamed named) {
        return named instanceof ChatNamed.Readable readable
                ? Optional.of(readable.chat())
                : Optional.empty();
    }

    /// Where a cursor points for this reader: in a chat of theirs, or nowhere.
    private static Optional<SearchStore.Place> place(UserName reader, String before) {
        return ResultCursor.parse(before)
                .filter(cursor -> !cursor.chat().equals(Chat.with(reader)))
                .map(cursor ->
                        new SearchStore.Place(
                                Conversation.of(reader, cursor.chat()), cursor.seq()));
    }

    private Reply results(
            UserName reader,
            Optional<Conversation> in,
            Wanted wanted,
            Optional<SearchStore.Place> behind,
            int limit) {
        return store.find(new SearchStore.Question(reader, wanted, in, behind, limit))
                .map(found -> results(reader, found))
                .orElseGet(Search::badCursor);
    }

    private Reply results(UserName reader, SearchStore.Found found) {
        List<ChatMessage> messages =
                found.messages().stream().map(message -> shelf.shown(reader, message)).toList();
        List<ChatMessage> fitting = Shelf.fitting(messages, AROUND);
        boolean more = found.more() || fitting.size() < messages.size();
        return new Reply.Results(fitting, more ? cursor(fitting.getLast()) : "");
    }

    private static String cursor(ChatMessage last) {
        return new ResultCursor(last.chat(), last.seq()).toString();
    }

    private static Reply badCursor() {
        return new Reply.Error(
                Refusal.BAD_FRAME, "\"before\" must be the \"next\" of a page before.");
    }
}
