package parley.server.net;

import org.jspecify.annotations.Nullable;

import parley.protocol.ByeReason;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.account.LoginOutcome;
import parley.server.account.Token;
import parley.server.account.TokenId;
import parley.server.conversation.Joining;
import parley.server.conversation.PostRefusals;
import parley.server.storage.StoreUnavailable;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// How users come in and go. Any thread may use it; coming in may wait.
final class Entrance {
    private static final String SERVER = "parley/1.0";

    private final Features features;
    private final SessionTable table;
    private final Clock clock;
    private final SecureRandom random;

    Entrance(Features features, SessionTable table, Clock clock, SecureRandom random) {
        this.features = features;
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    /// What came of a login.
    sealed interface Outcome {
        /// They are in: this is to be said first of all, then what they missed.
        record Welcomed(Seat seat, Reply.Welcome welcome, Joining joining) implements Outcome {}

        record Refused(Reply.Error error, LoginOutcome.Ending ending) implements Outcome {}

        /// They are in, and another session of theirs has taken their place already.
        record Replaced(Reply.Welcome welcome) implements Outcome {}
    }

    /// Lets somebody in, or not.
    Outcome enter(Occupant session, Request.Login login, InetAddress from)
            throws InterruptedException {
        try {
            return switch (features.accounts().signIn(login, from)) {
                case LoginOutcome.Refused(var error, var ending) ->
                        new Outcome.Refused(error, ending);
                case LoginOutcome.Admitted admitted -> seat(session, login, admitted, from);
            };
        } catch (StoreUnavailable failed) {
            return stays(PostRefusals.unavailable());
        }
    }

    private static Outcome stays(Reply.Error error) {
        return new Outcome.Refused(error, LoginOutcome.Ending.STAYS);
    }

    private Outcome seat(
            Occupant session, Request.Login login, LoginOutcome.Admitted admitted, InetAddress from)
            throws InterruptedException {
        Seat wanted = new Seat(admitted.user(), session, admitted.tokenId().orElse(null));
        Claim claim = Claim.of(admitted.tokenId(), login);
        return switch (table.enter(wanted, claim)) {
            case SessionTable.Entry.Taken() -> stays(alreadyOnline(admitted.user()));
            case SessionTable.Entry.Seated(Seat seat, @Nullable Occupant replaced) -> {
                if (replaced != null) {
                    replaced.end(ByeReason.TAKEOVER);
                    features.introductions().sessionEnded(admitted.user());
                }
                yield welcome(seat, login, admitted, from);
            }
        };
    }

    private Reply.Error alreadyOnline(UserName user) {
        Instant since = features.presences().since(user).orElseGet(clock::instant);
        return new Reply.Error(
                Refusal.ALREADY_ONLINE,
                "You are signed in elsewhere.",
                new Reply.Detail.Since(since));
    }

    /// Where the account has changed since they were admitted they are judged anew.
    private Outcome welcome(
            Seat seat, Request.Login login, LoginOutcome.Admitted admitted, InetAddress from)
            throws InterruptedException {
        Optional<Token> token;
        try {
            token = features.accounts().tokenFor(admitted);
        } catch (StoreUnavailable failed) {
            leave(seat);
            return stays(PostRefusals.unavailable());
        }
        if (token.isEmpty()) {
            leave(seat);
            return enter(seat.session(), login, from);
        }
        seat.give(token.get().id());
        return appear(seat, login, token.get());
    }

    private Outcome appear(Seat seat, Request.Login login, Token token) {
        UserName user = seat.user();
        Joining[] joining = new Joining[1];
        boolean appeared =
                table.appear(
                        seat,
                        () -> {
                            features.presences().enter(user, login.presence());
                            joining[0] = features.conversations().attach(user, seat.session());
                        });
        if (appeared) {
            features.relays().signedIn(user);
        }
        return appeared
                ? new Outcome.Welcomed(seat, welcome(user, token), joining[0])
                : new Outcome.Replaced(welcome(user, token));
    }

    private Reply.Welcome welcome(UserName user, Token token) {
        return new Reply.Welcome(
                user,
                SERVER,
                Limits.PROTOCOL,
                sessionName(),
                token.text(),
                features.conversations().log(),
                clock.instant(),
                Limits.LINE_BYTES,
                Limits.TEXT_BYTES);
    }

    private String sessionName() {
        byte[] name = new byte[9];
        random.nextBytes(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    /// Somebody's session has ended.
    void leave(Seat seat) {
        UserName user = seat.user();
        features.conversations().detach(user, seat.session());
        table.leave(
                seat,
                () -> {
                    features.presences().leave(user);
                    features.introductions().sessionEnded(user);
                    features.relays().signedOut(user);
                });
    }

    /// Makes a session's token void; false where the store failed.
    boolean forget(Seat seat) {
        TokenId token = seat.token();
        try {
            if (token != null) {
                features.accounts().forget(seat.user(), token);
            }
            return true;
        } catch (StoreUnavailable failed) {
            return false;
        }
    }
}
