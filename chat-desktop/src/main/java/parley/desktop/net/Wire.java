package parley.desktop.net;

import parley.identity.Fingerprint;
import parley.wire.Decoded;
import parley.wire.Heard;

import java.util.Optional;

/// A connection that carries lines, before anything is known of what is said on it.
public interface Wire {
    /// Begins to read. What is heard comes on the loop.
    void start(Ears ears);

    /// Adds a line to what goes out, without waiting; false where the other side reads too slowly
    /// or the connection is over.
    boolean offer(byte[] line);

    /// Closes at once; nothing more is heard. May be called more than once.
    void close();

    /// Whether the other end is on this machine.
    boolean loopback();

    /// The key that the other end has shown, where what is said is encrypted; else nothing.
    Optional<Fingerprint> key();

    /// Who hears what comes, on the loop.
    interface Ears {
        void heard(Decoded<Heard> line);

        /// The connection is over; the last thing that is heard.
        void ended(Trouble why);
    }
}
