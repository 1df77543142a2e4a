package parley.server.conversation;

import parley.protocol.Reply;
import parley.protocol.UserName;

import java.util.List;

/// What became of a post.
public sealed interface PostOutcome {
    /// It is durable, and now to be told to its receiver.
    record Posted(Logged message) implements PostOutcome {}

    /// It is durable, and now to be told to these.
    ///
    /// @param withheld whether somebody online was left out for a block
    record Announced(Logged message, List<UserName> recipients, boolean withheld)
            implements PostOutcome {}

    /// It had been sent under the same id before: nothing is told twice.
    record PostedBefore(Logged message) implements PostOutcome {}

    record AnnouncedBefore(Logged message, long recipients, boolean withheld)
            implements PostOutcome {}

    record Refused(Reply.Error error) implements PostOutcome {}

    /// The store has failed: it may or may not be kept.
    record Unknown() implements PostOutcome {}
}
