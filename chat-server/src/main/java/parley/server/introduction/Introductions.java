package parley.server.introduction;

import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.block.BlockListener;

import java.net.InetAddress;

/// Introduces two desktops that want to talk in private: passes addresses and keys on, and sees
/// nothing of what is said.
///
/// Memory work and offers only. Any thread may use it. It is to be added to the blocks' listeners.
public final class Introductions implements BlockListener {
    /// Somebody asks for a private chat.
    ///
    /// @param seenAt the address that the server sees the asker at
    public Introduced ask(UserName asker, InetAddress seenAt, Request.Private question) {
        throw new UnsupportedOperationException(asker + " " + seenAt + " " + question);
    }

    /// Somebody accepts a request.
    public Introduced accept(UserName user, InetAddress seenAt, Request.PrivateAccept answer) {
        throw new UnsupportedOperationException(user + " " + seenAt + " " + answer);
    }

    /// Somebody declines a request.
    public Introduced decline(UserName user, Request.PrivateDecline answer) {
        throw new UnsupportedOperationException(user + " " + answer);
    }

    /// Somebody takes a request back.
    public Introduced cancel(UserName user, Request.PrivateCancel request) {
        throw new UnsupportedOperationException(user + " " + request);
    }

    /// A session of this user has ended, by takeover too: what waited of it or for it ends. To be
    /// called when the user's presence has ended, or the old session was replaced.
    public void sessionEnded(UserName user) {
        throw new UnsupportedOperationException(user.toString());
    }

    @Override
    public void blocked(UserName blocker, UserName blocked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unblocked(UserName blocker, UserName blocked) {}
}
