package parley.desktop.net;

import parley.wire.Decoded;
import parley.wire.Heard;

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

    /// Whether what is said is encrypted.
    boolean encrypted();

    /// Who hears what comes, on the loop.
    interface Ears {
        void heard(Decoded<Heard> line);

        /// The connection is over; the last thing that is heard.
        void ended(Trouble why);
    }
}
