package parley.desktop.peer;

import parley.protocol.DeclineReason;
import parley.protocol.Reply;

/// What the server's no means for a private chat. Stateless.
final class Endings {
    private Endings() {}

    /// A request, or an acceptance, was refused.
    static Ending of(Reply.Error error) {
        return switch (error.code()) {
            case UNKNOWN_USER -> new Ending.UnknownUser();
            case YOU_BLOCKED -> new Ending.YouBlocked();
            case BLOCKED -> new Ending.Blocked();
            case OFFLINE -> new Ending.Offline();
            case UNKNOWN_SESSION -> new Ending.Cancelled();
            default -> new Ending.Refused(error.message());
        };
    }

    /// An introduction came to nothing.
    static Ending of(DeclineReason reason) {
        return switch (reason) {
            case DECLINED -> new Ending.Declined();
            case NO_ANSWER -> new Ending.NoAnswer();
            case OFFLINE -> new Ending.Offline();
            case CANCELLED -> new Ending.Cancelled();
            case OTHER -> new Ending.Refused("The server ended the request.");
        };
    }
}
