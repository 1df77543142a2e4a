package parley.desktop.net;

import parley.protocol.Reply;
import parley.protocol.Reply.Detail;

import java.time.Duration;
import java.time.Instant;

/// What a refused sign-in means to the one who wanted it.
final class RefusedSignIn {
    /// Where the server does not say how long to wait.
    private static final Duration SOON = Duration.ofSeconds(1);

    private RefusedSignIn() {}

    static SignInOutcome outcome(Reply.Error error, Instant now) {
        return switch (error.code()) {
            case UNKNOWN_USER -> new SignInOutcome.UnknownUser();
            case WRONG_PASSWORD -> new SignInOutcome.WrongPassword(attemptsLeft(error));
            case LOCKED -> new SignInOutcome.Locked(now.plus(retryAfter(error)));
            case BAD_TOKEN -> new SignInOutcome.TokenRefused();
            case ALREADY_ONLINE -> new SignInOutcome.AlreadyOnline(since(error, now));
            case RATE_LIMITED, BUSY, UNAVAILABLE -> new SignInOutcome.TryLater(retryAfter(error));
            case PROTOCOL_VERSION -> wrongVersion(error);
            case BAD_FRAME,
                    TOO_LONG,
                    UNKNOWN_TYPE,
                    TLS_REQUIRED,
                    NOT_SIGNED_IN,
                    EMPTY,
                    SELF,
                    BLOCKED,
                    YOU_BLOCKED,
                    NOT_BLOCKED,
                    ID_REUSED,
                    OFFLINE,
                    UNKNOWN_SESSION,
                    BAD_TICKET,
                    OTHER ->
                    new SignInOutcome.Refused(error.message());
        };
    }

    static Duration retryAfter(Reply.Error error) {
        return error.detail() instanceof Detail.RetryAfter(long seconds)
                ? Duration.ofSeconds(Math.min(seconds, Duration.ofDays(1).toSeconds()))
                : SOON;
    }

    private static long attemptsLeft(Reply.Error error) {
        return error.detail() instanceof Detail.AttemptsLeft(long count) ? count : 0;
    }

    private static Instant since(Reply.Error error, Instant otherwise) {
        return error.detail() instanceof Detail.Since(Instant time) ? time : otherwise;
    }

    private static SignInOutcome wrongVersion(Reply.Error error) {
        return error.detail() instanceof Detail.Versions(long min, long max)
                ? new SignInOutcome.WrongVersion(min, max)
                : new SignInOutcome.Refused(error.message());
    }
}
