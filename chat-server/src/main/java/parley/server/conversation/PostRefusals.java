package parley.server.conversation;

import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;

import java.time.Duration;

/// Why a post is refused, in words.
public final class PostRefusals {
    private PostRefusals() {}

    static Reply.Error empty() {
        return new Reply.Error(Refusal.EMPTY, "There is nothing in this message.");
    }

    static Reply.Error tooLong() {
        return new Reply.Error(
                Refusal.TOO_LONG,
                "A message has at most " + Limits.TEXT_BYTES + " bytes of UTF-8.",
                new Reply.Detail.Limit(Limits.TEXT_BYTES));
    }

    static Reply.Error lineTooLong() {
        return new Reply.Error(
                Refusal.TOO_LONG,
                "Written as a line, this message would be too long.",
                new Reply.Detail.Limit(Limits.MESSAGE_LINE_BYTES));
    }

    static Reply.Error self() {
        return new Reply.Error(Refusal.SELF, "You cannot write to yourself.");
    }

    /// There is no such account.
    public static Reply.Error unknownUser() {
        return new Reply.Error(Refusal.UNKNOWN_USER, "There is no such user.");
    }

    /// The recipient has blocked the sender.
    public static Reply.Error blocked() {
        return new Reply.Error(Refusal.BLOCKED, "This user does not take messages from you.");
    }

    /// The sender has used the id for something else.
    public static Reply.Error idReused() {
        return new Reply.Error(
                Refusal.ID_REUSED,
                "This id was used for another message; a new one needs its own.");
    }

    static Reply.Error tooMany(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Reply.Error(
                Refusal.RATE_LIMITED,
                "That is too much at once; try again shortly.",
                new Reply.Detail.RetryAfter(seconds));
    }

    /// The store has failed, and with it the knowledge of what became of the request.
    public static Reply.Error unavailable() {
        return new Reply.Error(
                Refusal.UNAVAILABLE,
                "The server cannot keep anything right now; try again shortly.",
                new Reply.Detail.RetryAfter(2));
    }
}
