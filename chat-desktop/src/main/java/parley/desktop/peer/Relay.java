package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.Role;

/// The server's relay, as a private chat comes to it. On the strand only.
interface Relay {
    /// Comes to the relay once, on a connection of its own, and takes only who has this key.
    ///
    /// @param ticket this side's own
    /// @param role the `dial` side is the client of the TLS inside
    Visit come(String ticket, Fingerprint key, Role role, Outcomes outcomes);

    /// One wait there.
    interface Visit {
        /// Goes; nothing is told of it any more.
        void leave();
    }

    /// What comes of a visit; one of the two, once.
    interface Outcomes {
        /// The other side is there, with the right key; the line is the receiver's now.
        void reached(Line line);

        /// It came to nothing.
        void missed(Detour why);
    }
}
