package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;

import java.util.List;

/// Dials peers. On the strand only.
interface Dialler {
    /// Dials these addresses until stopped, over and over, and takes only who has this key.
    Dial dial(List<PeerAddress> addresses, Fingerprint key, Outcomes outcomes);

    /// A search under way.
    interface Dial {
        /// A line that was reached has broken: its address is dialled again.
        void lost(PeerAddress address);

        /// Ends the search; nothing is told of it any more.
        void stop();
    }

    /// Who waits for the line.
    interface Outcomes {
        /// Somebody with the right key is there; the line is the receiver's now.
        void reached(Line line);

        /// An address led nowhere, this time.
        void failed(PeerAddress address, PathFailure failure);
    }
}
