package parley.server.introduction;

import parley.protocol.Event;
import parley.protocol.Reply;

import java.util.List;

/// The answer to a request about private chats, and what is said to its sender right behind it. All
/// others have been told already.
public record Introduced(Reply reply, List<Event> then) {
    public Introduced {
        then = List.copyOf(then);
    }

    static Introduced of(Reply reply) {
        return new Introduced(reply, List.of());
    }
}
