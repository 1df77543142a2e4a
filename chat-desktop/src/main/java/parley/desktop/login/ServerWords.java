package parley.desktop.login;

import parley.desktop.kit.Texts;
import parley.desktop.net.SignInOutcome;
import parley.desktop.net.Trouble;

import java.time.Duration;

/// What is said beside the server's field.
final class ServerWords {
    private static final Texts TEXTS = Texts.of(ServerWords.class);

    private ServerWords() {}

    /// The sentence for an outcome that is the server's doing; empty for any other.
    ///
    /// @param server as its user wrote it
    static String of(SignInOutcome outcome, String server) {
        return switch (outcome) {
            case SignInOutcome.Unreachable(Trouble why) -> of(why, server);
            case SignInOutcome.TryLater(Duration after) ->
                    TEXTS.get("server.busy", Math.max(1, after.toSeconds()));
            case SignInOutcome.WrongVersion(long min, long _) ->
                    TEXTS.get(min > 1 ? "server.newer" : "server.older");
            case SignInOutcome.Refused(String message) -> TEXTS.get("server.refused", message);
            case SignInOutcome.Welcome _,
                    SignInOutcome.UnknownUser _,
                    SignInOutcome.WrongPassword _,
                    SignInOutcome.Locked _,
                    SignInOutcome.TokenRefused _,
                    SignInOutcome.AlreadyOnline _,
                    SignInOutcome.KeyUnknown _,
                    SignInOutcome.KeyChanged _,
                    SignInOutcome.Cancelled _ ->
                    "";
        };
    }

    private static String of(Trouble why, String server) {
        return switch (why) {
            case NO_SUCH_HOST -> TEXTS.get("server.no-such-host", server);
            case NOTHING_LISTENS -> TEXTS.get("server.nothing-listens", server);
            case NO_ANSWER -> TEXTS.get("server.no-answer", server);
            case NOT_PARLEY -> TEXTS.get("server.not-parley", server);
            case NO_TLS -> TEXTS.get("server.no-tls", server);
            case BROKEN, DROPPED -> TEXTS.get("server.broken", server);
            case SHUTDOWN -> TEXTS.get("server.shutdown", server);
            case BUSY -> TEXTS.get("server.busy", 1);
        };
    }
}
