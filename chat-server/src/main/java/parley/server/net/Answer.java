package parley.server.net;

import parley.protocol.Event;
import parley.protocol.Reply;

import java.util.List;

/// What a request is answered with, and what is said right behind the answer.
record Answer(Reply reply, List<Event> then) {
    Answer {
        then = List.copyOf(then);
    }

    static Answer of(Reply reply) {
        return new Answer(reply, List.of());
    }

    /// Whether the request was refused.
    boolean isRefusal() {
        return reply instanceof Reply.Error;
    }
}
