package parley.server.net;

import parley.protocol.ByeReason;
import parley.server.delivery.Hearer;

import java.time.Duration;

/// A signed-in session as its seat, the table and the entrance see it. Any thread may use it.
interface Occupant extends Hearer {
    /// Asks the client whether it is there, and waits for any line of it.
    ///
    /// @return whether one came in time
    boolean answersWithin(Duration patience) throws InterruptedException;

    /// Ends the session and says why, unless it is ending already. Does not wait.
    void end(ByeReason reason);

    /// Looks whether the client is still there; asks or ends it where not.
    ///
    /// @param now nanoseconds of the monotonic clock
    void look(long now);

    /// Bytes that wait for its reader.
    long queued();
}
