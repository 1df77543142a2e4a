package parley.server.account;

import parley.protocol.Request;
import parley.protocol.UserName;

import java.net.InetAddress;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;

/// The accounts that the credentials file names, and the door through which they come in.
///
/// [#find] and [#all] are memory work. The others may wait, for a password's hash or for the store,
/// and throw `StoreUnavailable` where that fails. Any thread may use it.
public final class Accounts {
    /// The account that is spelled so, as the credentials file spells it; nothing where there is
    /// none. Quick, also for a spelling that was never seen.
    public Optional<UserName> find(String spelled) {
        throw new UnsupportedOperationException(spelled);
    }

    /// All accounts, in the order of names.
    public SequencedSet<UserName> all() {
        throw new UnsupportedOperationException();
    }

    /// Checks everything about a login but whether the user is online already, in the order of the
    /// protocol page, from `protocol-version` to `wrong-password` or `bad-token`.
    public LoginOutcome signIn(Request.Login login, InetAddress from) {
        throw new UnsupportedOperationException(login + " " + from);
    }

    /// The token of a session that now stands: a new one after a password, else the one presented,
    /// whose validity begins anew. Nothing where the account has gone or got another password since
    /// it was admitted: then the session has to end as `REMOVED`. To be called when the session is
    /// known to whoever [#onRemoved] tells, so that no change falls between the two.
    public Optional<Token> tokenFor(LoginOutcome.Admitted admitted) {
        throw new UnsupportedOperationException(admitted.toString());
    }

    /// Makes a token void.
    public void forget(UserName user, TokenId token) {
        throw new UnsupportedOperationException(user + " " + token);
    }

    /// Tells this listener of each user whose account has gone or got another password, once what
    /// they had is void. Called on a thread that may wait.
    public void onRemoved(Consumer<UserName> listener) {
        throw new UnsupportedOperationException(listener.toString());
    }
}
