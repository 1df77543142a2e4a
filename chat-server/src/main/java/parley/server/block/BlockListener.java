package parley.server.block;

import parley.protocol.UserName;

/// Hears of blocks at the moment at which they take or lose effect, before the blocker is answered.
/// Called under the lock that [Blocks#steadily] takes: memory work and offers only.
public interface BlockListener {
    /// From now on nothing of the blocked reaches the blocker.
    void blocked(UserName blocker, UserName blocked);

    /// The block is undone.
    void unblocked(UserName blocker, UserName blocked);
}
