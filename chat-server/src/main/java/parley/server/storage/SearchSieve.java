package parley.server.storage;

import parley.protocol.Limits;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Logged;
import parley.server.history.SearchStore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the messages that a question is about, the newest first, until there are enough. It trusts
/// no index: who may read a message, and whether it holds the words, it sees in the log.
final class SearchSieve {
    private final SearchStore.Question question;
    private final Optional<Person> reader;
    private final BlockSpans spans;
    private final List<Logged> taken = new ArrayList<>();
    private long room = Limits.LINE_BYTES;
    private boolean more;

    SearchSieve(SearchStore.Question question, Optional<Person> reader, BlockSpans spans) {
        this.question = question;
        this.reader = reader;
        this.spans = spans;
    }

    /// Whether a message of this chat may be one to take.
    boolean isAbout(ChatHead chat) {
        Conversation conversation = chat.conversation();
        return question.in().isPresent()
                ? question.in().get().equals(conversation)
                : mayRead(conversation);
    }

    private boolean mayRead(Conversation chat) {
        UserName name = question.reader();
        return switch (chat) {
            case Conversation.OfAll() -> true;
            case Conversation.OfTwo(UserName low, UserName high) ->
                    low.equals(name) || high.equals(name);
        };
    }

    /// Whether the text holds what is looked for.
    boolean isWanted(byte[] text) {
        return question.wanted().isIn(new String(text, StandardCharsets.UTF_8));
    }

    /// Takes a message if it is one of those.
    void offer(Row row) {
        if (!isAbout(row.chat()) || !isWanted(row.text()) || isWithheld(row)) {
            return;
        }
        more = taken.size() == question.limit() || room <= 0;
        if (!more) {
            taken.add(row.logged());
            room -= row.text().length;
        }
    }

    private boolean isWithheld(Row row) {
        return row.chat().conversation() instanceof Conversation.OfAll
                && reader.isPresent()
                && spans.hides(reader.get(), row.sender(), row.pos());
    }

    /// Whether no further message is needed.
    boolean isFull() {
        return more;
    }

    SearchStore.Found found() {
        return new SearchStore.Found(taken, more);
    }
}
