package parley.desktop.client;

import parley.desktop.local.Gaps.Range;
import parley.desktop.net.Answer;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Limits;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Fetches pages of history and has them kept. Lives on the loop.
final class Fetcher {
    private final Context context;
    private final Conversations conversations;

    /// What came of it.
    sealed interface Fetched {
        /// A page is kept.
        ///
        /// @param messages ascending
        /// @param covered the numbers of which everything is here now
        record Got(List<ChatMessage> messages, Range covered) implements Fetched {}

        /// The server refused, or made no sense.
        record Refused() implements Fetched {}

        /// There was no line, or it went.
        record Lost() implements Fetched {}
    }

    Fetcher(Context context, Conversations conversations) {
        this.context = context;
        this.conversations = conversations;
    }

    /// Fetches the newest messages up to this number.
    void fetch(Chat chat, long upTo, long limit, Consumer<Fetched> then) {
        int bounded = Math.clamp(limit, 1, Limits.HISTORY_PAGE_MOST);
        Request request = new Request.History(chat.toString(), new Page.Before(upTo + 1), bounded);
        context.link()
                .ask(
                        request,
                        new Answer() {
                            @Override
                            public void came(Reply reply) {
                                then.accept(keep(chat, upTo, reply));
                            }

                            @Override
                            public void lost() {
                                then.accept(new Fetched.Lost());
                            }
                        });
    }

    private Fetched keep(Chat chat, long upTo, Reply reply) {
        if (!(reply instanceof Reply.History(Chat named, var messages, boolean more))
                || !named.equals(chat)
                || (messages.isEmpty() && more)) {
            return new Fetched.Refused();
        }
        List<ChatMessage> page = new ArrayList<>(messages);
        page.removeIf(one -> !one.chat().equals(chat) || one.seq() > upTo);
        page.sort((a, b) -> Long.compare(a.seq(), b.seq()));
        if (page.isEmpty() && more) {
            return new Fetched.Refused();
        }
        Range covered = new Range(more ? page.getFirst().seq() : 1, upTo);
        conversations.keepPage(chat, page, covered);
        return new Fetched.Got(page, covered);
    }
}
