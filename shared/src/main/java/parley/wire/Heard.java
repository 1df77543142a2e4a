package parley.wire;

import parley.protocol.Event;
import parley.protocol.Reply;

/// What a client hears from its server.
public sealed interface Heard {
    /// An answer.
    ///
    /// @param tag the id of the request that it answers; empty where that carried none
    record Answer(String tag, Reply reply) implements Heard {}

    /// Something said unasked.
    record Told(Event event) implements Heard {}

    /// A sentence that this version does not know, to be ignored.
    record Unknown(String type) implements Heard {}
}
