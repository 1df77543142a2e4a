package parley.server.account;

import parley.protocol.UserName;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Where what belongs to accounts lasts: wrong passwords, tokens, and the marks of passwords by
/// which a changed line of the credentials file is noticed also where the server was down.
///
/// Users stand here under the keys of their names.
public interface AccountStore {
    /// The key that this store marks passwords with; random, made at the first use.
    byte[] markKey();

    /// All marks, by the users' keys.
    Map<String, String> marks();

    /// All wrong passwords in a row, by the users' keys.
    Map<String, Failures> failures();

    /// All tokens.
    List<KeptToken> tokens();

    /// Keeps a user's wrong passwords. Asks for them when it writes, so that the newest are kept
    /// whatever the order of two calls. Returns once that is durable.
    void keepFailures(String user, Supplier<Failures> newest);

    /// Keeps a new token in place of these. Returns once that is durable.
    void keepToken(KeptToken token, Collection<TokenId> inPlaceOf);

    /// Notes when a token was last used, within a second.
    void touch(KeptToken token);

    /// Makes a token void. Returns once that is durable.
    void dropToken(TokenId token);

    /// Replaces all marks, and makes all tokens of these users void, in one step. Returns once that
    /// is durable.
    void keepMarks(Map<UserName, String> marks, Collection<String> changed);
}
