package parley.server.account;

/// A secret that replaces the password at the next sign-in: 32 random bytes as base64url.
///
/// @param text the secret itself, for its owner alone
/// @param id what it is known by
public record Token(String text, TokenId id) {
    /// Never the secret.
    @Override
    public String toString() {
        return "Token[…]";
    }
}
