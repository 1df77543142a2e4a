package parley.desktop.client;

import parley.desktop.client.Fetcher.Fetched;
import parley.desktop.client.Listing.End;
import parley.desktop.client.Listing.Part;
import parley.desktop.local.Gaps.Range;
import parley.protocol.Reply;
import parley.protocol.Reply.ChatState;
import parley.protocol.Request;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// Brings the disk up to what the server has, once the server has said all that waited: own words
/// from other computers, what was said in `*` meanwhile, and, on a new computer, the end of each
/// chat. It trusts what is here, not the server's cursors. Lives on the loop.
final class CatchUp {
    /// How many messages of each chat a new computer fetches by itself.
    static final int FIRST_FILL = 200;

    private final Context context;
    private final Conversations conversations;
    private final Fetcher fetcher;
    private final Pages pages;
    private final ArrayDeque<ChatState> lacking = new ArrayDeque<>();
    private int rounds;

    CatchUp(Context context, Conversations conversations, Fetcher fetcher, Pages pages) {
        this.context = context;
        this.conversations = conversations;
        this.fetcher = fetcher;
        this.pages = pages;
    }

    void begin() {
        int mine = ++rounds;
        lacking.clear();
        new Listing<ChatState>(
                        context,
                        Request.Chats::new,
                        reply ->
                                reply instanceof Reply.Chats(var chats, String next)
                                        ? Optional.of(new Part<>(chats, next))
                                        : Optional.empty(),
                        chats -> {
                            if (mine == rounds) {
                                take(chats);
                            }
                        },
                        end -> {
                            if (mine == rounds && end != End.LOST) {
                                goOn();
                            }
                        })
                .begin();
    }

    /// What is lacking is asked for again after the next sign-in.
    void parted() {
        rounds++;
        lacking.clear();
    }

    private void take(List<ChatState> chats) {
        for (ChatState state : chats) {
            lacking.add(state);
            if (state instanceof ChatState.OfTwo two) {
                compare(two);
            }
        }
    }

    /// Reading that was done elsewhere counts here.
    private void compare(ChatState.OfTwo two) {
        conversations.theirs(two.chat(), two.theirDelivered(), two.theirRead());
        conversations.read(two.chat(), two.read());
    }

    /// Reading that was done here without a line, or that the server has forgotten, counts there.
    private void tellRead(ChatState state) {
        long readHere = conversations.of(state.chat()).cursors.read();
        if (state instanceof ChatState.OfTwo two && readHere > two.read()) {
            context.link().say(new Request.Read(two.chat().toString(), readHere));
        }
    }

    private void goOn() {
        for (ChatState state = lacking.peek(); state != null; state = lacking.peek()) {
            Conversation conversation = conversations.of(state.chat());
            Optional<Range> wanted = wanted(conversation, state.last());
            if (wanted.isPresent()) {
                fetch(state, wanted.get());
                return;
            }
            lacking.remove();
            tellRead(state);
            pages.filled(conversation);
        }
        context.tell(new Change.CaughtUp(context.now()));
    }

    private void fetch(ChatState state, Range wanted) {
        fetcher.fetch(
                state.chat(),
                wanted.last(),
                wanted.last() - wanted.first() + 1,
                fetched -> {
                    switch (fetched) {
                        case Fetched.Got got -> goOn();
                        case Fetched.Refused() -> {
                            lacking.remove(state);
                            goOn();
                        }
                        case Fetched.Lost() -> lacking.clear();
                    }
                });
    }

    /// What is to be fetched next of a chat that goes up to this number: first its end, then what
    /// is lacking above the lowest that is here, the newest first.
    private Optional<Range> wanted(Conversation conversation, long last) {
        if (last == 0) {
            return Optional.empty();
        }
        if (conversation.floor == 0) {
            Optional<Range> end = endOf(conversation, last);
            if (end.isPresent()) {
                return end;
            }
            conversations.floor(conversation, conversation.gaps.lowest());
        }
        List<Range> missing = conversation.gaps.missing(conversation.floor, last);
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing.getLast());
    }

    private Optional<Range> endOf(Conversation conversation, long last) {
        long down = conversation.gaps.downFrom(last);
        long have =
                conversations
                        .entries()
                        .count(conversations.present(), conversation.chat, down, last);
        return down == 1 || have >= FIRST_FILL
                ? Optional.empty()
                : Optional.of(new Range(Math.max(1, down - (FIRST_FILL - have)), down - 1));
    }
}
