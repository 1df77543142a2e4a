package parley.server.account;

import parley.protocol.Reply;
import parley.protocol.UserName;

import java.util.Optional;

/// What became of a sign-in, before anybody has asked whether the user is online already.
public sealed interface LoginOutcome {
    /// They are who they say. The token is made only when the session stands: see
    /// [Accounts#tokenFor].
    ///
    /// @param user as the credentials file spells them
    /// @param presented the token that they came with; empty where it was the password
    /// @param version of the account's password, so that one that changes meanwhile is noticed
    record Admitted(UserName user, Optional<Token> presented, String version)
            implements LoginOutcome {
        /// The token's id, where they came with one.
        public Optional<TokenId> tokenId() {
            return presented.map(Token::id);
        }

        /// Neither token nor password.
        @Override
        public String toString() {
            return "Admitted[" + user + "]";
        }
    }

    /// They are not let in.
    record Refused(Reply.Error error, Ending ending) implements LoginOutcome {}

    /// What becomes of the connection after a refusal.
    enum Ending {
        /// Another login may follow.
        STAYS,
        /// It is closed.
        CLOSES
    }
}
