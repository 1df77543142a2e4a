package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// An encrypted connection to a desktop whose key is known from the handshake. Whoever it belongs
/// to at the moment hears what comes from it. On the strand only.
interface Line {
    /// The other side's key.
    Fingerprint key();

    /// The address that was dialled; nothing where the other side dialled.
    Optional<PeerAddress> dialled();

    /// From where the other side has dialled; nothing where this one has, and at the relay.
    Optional<InetAddress> from();

    /// How it runs.
    Way way();

    /// Whom it belongs to from now on.
    void belongTo(Owner owner);

    /// Says this; never waits. A line that cannot take it breaks.
    void say(PeerFrame frame);

    /// Says all of this, which is something; releases it, and does the other thing on the strand,
    /// once it is handed to the network; never where the line breaks before.
    void carry(List<PeerFrame.FileData> load, Runnable written);

    /// Says good-bye and closes, a second later at most. Its owner hears no more of it.
    void leave(String reason);

    /// Closes without a word. Its owner hears no more of it.
    void close();

    /// Who holds a line.
    interface Owner {
        /// The other side said this.
        void heard(Line line, PeerFrame frame);

        /// The line is closed, and not by its owner.
        void broke(Line line, Break why);
    }

    /// How a line ended.
    enum Break {
        /// The other side closed it, the network did, or it would not take what was said.
        GONE,
        /// The other side said what no Parley says.
        RULES
    }
}
