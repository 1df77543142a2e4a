package parley.server.storage;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/// How far a chat has come. The writer moves it; any thread may see what is durable.
final class ChatHead {
    private static final String PLACE =
            "SELECT coalesce(max(pos), 0) FROM place WHERE chat = ? AND number = ?";

    private final int id;
    private final Conversation conversation;
    private final Places places = new Places();
    private volatile Tip durable = Tip.NONE;
    private Tip next = Tip.NONE;
    private Tip saved = Tip.NONE;
    private long newestOfLow;
    private long newestOfHigh;

    /// The newest message of a chat.
    ///
    /// @param time milliseconds since 1970
    record Tip(long seq, long pos, long time) {
        static final Tip NONE = new Tip(0, 0, 0);
    }

    ChatHead(int id, Conversation conversation) {
        this.id = id;
        this.conversation = conversation;
    }

    int id() {
        return id;
    }

    Conversation conversation() {
        return conversation;
    }

    Tip durable() {
        return durable;
    }

    Places places() {
        return places;
    }

    /// How far the chat had come when its head was last saved. On the writer.
    Tip saved() {
        return saved;
    }

    void savedNow() {
        saved = durable;
        places.saved(Places.marked(saved.seq()));
    }

    /// What was saved is read again.
    void load(Tip tip, long ofLow, long ofHigh) {
        durable = tip;
        next = tip;
        saved = tip;
        places.saved(Places.marked(tip.seq()));
        newestOfLow = ofLow;
        newestOfHigh = ofHigh;
    }

    /// The newest message, also where it is not durable yet. On the writer.
    Tip next() {
        return next;
    }

    /// A message is about to be written. On the writer.
    void grow(Tip tip) {
        next = tip;
    }

    /// What was about to be written is not. On the writer.
    void fallBack() {
        next = durable;
    }

    /// A message has become durable. On the writer.
    void settle(Tip tip, UserName sender) {
        places.add(tip.seq(), tip.pos());
        durable = tip;
        if (tip.seq() > next.seq()) {
            next = tip;
        }
        if (conversation instanceof Conversation.OfTwo two) {
            if (two.low().equals(sender)) {
                newestOfLow = tip.seq();
            } else {
                newestOfHigh = tip.seq();
            }
        }
    }

    /// The `seq` of the newest durable message of the member with the lower name.
    long newestOfLow() {
        return newestOfLow;
    }

    long newestOfHigh() {
        return newestOfHigh;
    }

    /// The position from which to walk back to reach this message: its own, or one shortly behind.
    ///
    /// @param connection reads the table of places
    long entrance(Connection connection, long seq) throws SQLException {
        Tip tip = durable;
        long place = seq >= tip.seq() ? 0 : place(connection, Places.number(seq));
        return place == 0 ? tip.pos() : place;
    }

    private long place(Connection connection, long number) throws SQLException {
        OptionalLong here = places.at(number);
        return here.isPresent() ? here.getAsLong() : Sql.number(connection, PLACE, id, number);
    }
}
