package parley.server.presence;

import parley.protocol.PresenceMode;
import parley.protocol.Status;
import parley.protocol.UserName;
import parley.server.block.BlockListener;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Who is online, in which status and since when; and the telling of it to those who may see it.
///
/// Memory work and offers only, each in one step under [parley.server.block.Blocks#steadily]. Any
/// thread may use it. It is to be added to the blocks' listeners.
public final class Presences implements BlockListener {
    /// A session of this user stands. Who was away comes online, and others are told; in a takeover
    /// the new session inherits status and begin, and nobody is told.
    ///
    /// @param mode how this session wants to hear of others
    /// @return the begin of the session, for `already-online`
    public Instant enter(UserName user, PresenceMode mode) {
        throw new UnsupportedOperationException(user + " " + mode);
    }

    /// The user's last session has ended, and no other took it over.
    public void leave(UserName user) {
        throw new UnsupportedOperationException(user.toString());
    }

    /// Sets a status; to what it already is tells nobody.
    public void set(UserName user, Status status) {
        throw new UnsupportedOperationException(user + " " + status);
    }

    /// Whether somebody is online, blocks aside.
    public boolean isOnline(UserName user) {
        return since(user).isPresent();
    }

    /// Since when somebody is online, blocks aside.
    public Optional<Instant> since(UserName user) {
        throw new UnsupportedOperationException(user.toString());
    }

    /// All who are online, blocks aside.
    public Set<UserName> online() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void blocked(UserName blocker, UserName blocked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unblocked(UserName blocker, UserName blocked) {
        throw new UnsupportedOperationException();
    }
}
