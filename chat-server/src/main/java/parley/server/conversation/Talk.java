package parley.server.conversation;

import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.UserName;

import java.util.Optional;

/// A chat of two as far as it has been told: its newest message, and how far each member has got.
/// Any thread may use it; its lock is held for memory work only, and is taken behind those of
/// blocks and mailboxes.
final class Talk {
    private final Conversation.OfTwo chat;
    private final ConversationStore store;
    private final Side low = new Side();
    private final Side high = new Side();
    private long last;

    /// How one member stands.
    private static final class Side {
        private Cursor cursor = Cursor.START;
        private long newest;
    }

    /// A chat with nothing in it yet.
    Talk(Conversation.OfTwo chat, ConversationStore store) {
        this.chat = chat;
        this.store = store;
    }

    /// A chat as it was kept.
    Talk(StoredChat kept, ConversationStore store) {
        this(kept.chat(), store);
        last = kept.last();
        low.cursor = kept.low().cursor();
        low.newest = kept.low().newest();
        high.cursor = kept.high().cursor();
        high.newest = kept.high().newest();
    }

    Conversation.OfTwo chat() {
        return chat;
    }

    /// The chat's messages, in the order of `seq`.
    synchronized void grew(Logged message) {
        last = message.seq();
        side(message.from()).newest = message.seq();
    }

    /// The member has everything up to here; false where that says nothing new, or nothing that can
    /// be.
    synchronized boolean delivered(UserName member, long seq) {
        return seq <= last && move(member, side(member).cursor.withDelivered(seq));
    }

    /// The member has read everything up to here.
    synchronized boolean read(UserName member, long seq) {
        return seq <= last && move(member, side(member).cursor.withRead(seq));
    }

    private boolean move(UserName member, Cursor to) {
        Side side = side(member);
        if (to.equals(side.cursor)) {
            return false;
        }
        side.cursor = to;
        store.keepSoon(chat, member, to);
        return true;
    }

    /// What the member must still hear: behind the first `seq` up to the second; nothing where
    /// those are one.
    synchronized Span undelivered(UserName member) {
        long from = side(member).cursor.delivered();
        return new Span(from, Math.max(from, side(chat.other(member)).newest));
    }

    /// A stretch of a chat.
    ///
    /// @param after the last `seq` before it
    /// @param upTo its last `seq`
    record Span(long after, long upTo) {
        boolean isEmpty() {
            return after >= upTo;
        }
    }

    /// What the member is to be told of the other's getting on; nothing where they know it. From
    /// then on they count as told.
    synchronized Optional<Event.Receipt> receipt(UserName member) {
        Cursor others = side(chat.other(member)).cursor;
        if (!move(member, side(member).cursor.told(others))) {
            return Optional.empty();
        }
        return Optional.of(
                new Event.Receipt(chat.other(member), others.delivered(), others.read()));
    }

    /// Whether the member knows how far the other has got.
    synchronized boolean knows(UserName member) {
        return side(member).cursor.knows(side(chat.other(member)).cursor);
    }

    /// How the chat stands for this member.
    synchronized Reply.ChatState.OfTwo state(UserName member) {
        Cursor others = side(chat.other(member)).cursor;
        return state(member, others.delivered(), others.read());
    }

    /// How the chat stands for this member, while nothing of the other's is passed on.
    synchronized Reply.ChatState.OfTwo stateStandingStill(UserName member) {
        Cursor own = side(member).cursor;
        return state(member, own.toldDelivered(), own.toldRead());
    }

    private Reply.ChatState.OfTwo state(UserName member, long theirDelivered, long theirRead) {
        Cursor own = side(member).cursor;
        return new Reply.ChatState.OfTwo(
                chat.other(member), last, own.delivered(), own.read(), theirDelivered, theirRead);
    }

    private Side side(UserName member) {
        return chat.low().equals(member) ? low : high;
    }
}
