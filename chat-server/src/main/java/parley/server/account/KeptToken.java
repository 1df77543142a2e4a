package parley.server.account;

/// A token as it is kept.
///
/// @param user the key of its owner's name
/// @param number tokens are numbered in the order in which they were made
/// @param lastUsed the day, counted from 1970 in UTC
public record KeptToken(TokenId id, String user, long number, long lastUsed) {
    /// Used on this day, or later already: a clock that goes back for a while makes no token old.
    KeptToken usedOn(long day) {
        return new KeptToken(id, user, number, Math.max(lastUsed, day));
    }
}
