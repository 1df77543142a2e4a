package parley.server.introduction;

import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.UserName;

/// What comes of showing a ticket at the relay.
public sealed interface Coming {
    /// The connection has its place there.
    ///
    /// @param user whose ticket it was
    record Taken(UserName user) implements Coming {}

    /// Nothing has happened.
    ///
    /// @param refusal what is answered
    record Refused(Reply.Error refusal) implements Coming {}

    /// No ticket of this name is good.
    static Coming badTicket() {
        return new Refused(new Reply.Error(Refusal.BAD_TICKET, "No relay is open to this ticket."));
    }

    /// There are as many already as there may be.
    static Coming full() {
        return new Refused(
                new Reply.Error(
                        Refusal.RATE_LIMITED,
                        "The relay carries as many connections as it may; try again later.",
                        new Reply.Detail.RetryAfter(30)));
    }
}
