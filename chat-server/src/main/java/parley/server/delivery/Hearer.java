package parley.server.delivery;

import java.time.Duration;

/// A signed-in session as the features see it: somebody who hears lines.
///
/// Nothing but [#awaitRoom] waits. What is put is written once somebody says [#wake], so that what
/// is put together goes out in one write. Who hears too slowly loses the session by itself, and
/// what is put from then on is dropped. Any thread may use it.
public interface Hearer {
    /// Whether the client has promised to say itself what it has safely got.
    boolean acknowledges();

    /// Puts a line; it may take the place of an older one of the same topic that still waits.
    void put(Line line);

    /// Puts a line, and does this once it has been written to the socket.
    void put(Line line, Runnable written);

    /// Lets what was put be written.
    void wake();

    /// Waits until most of what was put is written; false where the time ran out or the session has
    /// ended.
    boolean awaitRoom(Duration patience) throws InterruptedException;
}
