package parley.server.account;

import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Reply.Detail;
import parley.server.account.LoginOutcome.Ending;
import parley.server.account.LoginOutcome.Refused;

import java.time.Duration;

/// The ways in which a login is refused, and what a person reads of each.
final class Refusals {
    private Refusals() {}

    static Refused protocolVersion() {
        return stays(
                Refusal.PROTOCOL_VERSION,
                "This server speaks version " + Limits.PROTOCOL + " of the protocol only.",
                new Detail.Versions(Limits.PROTOCOL, Limits.PROTOCOL));
    }

    static Refused tooFast(Duration wait) {
        return stays(
                Refusal.RATE_LIMITED,
                "There were too many sign-ins from your address; wait a little.",
                retryAfter(wait));
    }

    static Refused busy(Duration wait) {
        return stays(
                Refusal.BUSY,
                "Too many people sign in at this moment; try again shortly.",
                retryAfter(wait));
    }

    static Refused unknownUser() {
        return stays(Refusal.UNKNOWN_USER, "Nobody here has that name.", new Detail.None());
    }

    static Refused wrongPassword(int attemptsLeft) {
        String left = attemptsLeft == 1 ? "one attempt is" : attemptsLeft + " attempts are";
        return stays(
                Refusal.WRONG_PASSWORD,
                "That is not the password; " + left + " left.",
                new Detail.AttemptsLeft(attemptsLeft));
    }

    static Refused badToken() {
        return stays(
                Refusal.BAD_TOKEN,
                "This sign-in is no longer kept; use the password.",
                new Detail.None());
    }

    static Refused locked(Duration left) {
        Detail.RetryAfter wait = retryAfter(left);
        Reply.Error error =
                new Reply.Error(
                        Refusal.LOCKED,
                        "After too many wrong passwords this user is locked for "
                                + (wait.seconds() == 1
                                        ? "1 second."
                                        : wait.seconds() + " seconds."),
                        wait);
        return new Refused(error, Ending.CLOSES);
    }

    private static Refused stays(Refusal code, String message, Detail detail) {
        return new Refused(new Reply.Error(code, message, detail), Ending.STAYS);
    }

    /// Whole seconds, rounded up, and never none.
    private static Detail.RetryAfter retryAfter(Duration wait) {
        return new Detail.RetryAfter(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
