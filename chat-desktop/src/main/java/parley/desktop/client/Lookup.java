package parley.desktop.client;

import parley.desktop.net.Answer;
import parley.desktop.net.Outgoing.Letter;
import parley.protocol.ChatMessage;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Looks through a chat's history for words that may have arrived long ago: from its end back to
/// well before they were written. Lives on the loop.
final class Lookup {
    /// How far two clocks may be apart.
    private static final Duration DOUBT = Duration.ofDays(1);

    private final Context context;
    private final Conversations conversations;
    private final Letter letter;
    private final Instant begin;

    /// Hears what came of it, once.
    interface Found {
        void yes();

        void no();

        /// The line went before that was clear.
        void unknown();
    }

    Lookup(Context context, Conversations conversations, Letter letter) {
        this.context = context;
        this.conversations = conversations;
        this.letter = letter;
        this.begin = letter.written().minus(DOUBT);
    }

    void begin(Found found) {
        ask(new Page.Latest(), found);
    }

    private void ask(Page page, Found found) {
        Request request =
                new Request.History(letter.chat().toString(), page, Limits.HISTORY_PAGE_MOST);
        context.link()
                .ask(
                        request,
                        new Answer() {
                            @Override
                            public void came(Reply reply) {
                                look(reply, found);
                            }

                            @Override
                            public void lost() {
                                found.unknown();
                            }
                        });
    }

    private void look(Reply reply, Found found) {
        switch (reply) {
            case Reply.History(var chat, var messages, boolean more) -> look(messages, more, found);
            case Reply.Error(Refusal code, var message, var detail)
                    when code == Refusal.UNKNOWN_USER || code == Refusal.SELF ->
                    found.no();
            case Reply refused -> found.unknown();
        }
    }

    private void look(List<ChatMessage> messages, boolean more, Found found) {
        for (ChatMessage message : messages) {
            if (message.id().equals(letter.id())) {
                conversations.arrived(letter.id(), message.seq(), message.time());
                found.yes();
                return;
            }
        }
        if (!more || messages.isEmpty() || messages.getFirst().time().isBefore(begin)) {
            found.no();
        } else {
            ask(new Page.Before(messages.getFirst().seq()), found);
        }
    }
}
