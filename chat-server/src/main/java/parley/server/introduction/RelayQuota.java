package parley.server.introduction;

/// How many connections the relay takes.
///
/// @param ofAUser those of one user at a time
/// @param inAll those of all together
public record RelayQuota(int ofAUser, int inAll) {
    /// Nobody talks with more than a few people at once, and a thousand pairs are what one network
    /// card carries.
    public static final RelayQuota USUAL = new RelayQuota(32, 2_000);

    /// For load tests: a user may have all of them.
    public static final RelayQuota LIFTED = new RelayQuota(USUAL.inAll, USUAL.inAll);
}
