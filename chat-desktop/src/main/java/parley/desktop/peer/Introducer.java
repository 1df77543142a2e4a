package parley.desktop.peer;

import parley.protocol.Reply;
import parley.protocol.Request;

import java.util.concurrent.CompletableFuture;

/// The server, as far as private chats need it. Any thread may ask; nothing waits.
public interface Introducer {
    /// Asks the server. Completes exceptionally where there is no connection, or it goes before the
    /// answer. Answers complete in the order of the wire, before any event that came behind them is
    /// told to [PeerService].
    CompletableFuture<Reply> ask(Request request);

    /// From where the server is reached now.
    Reach reach();

    /// Where one's own connection to the server runs.
    enum Reach {
        /// There is none.
        NOWHERE,
        /// Within this machine: only then are loopback addresses offered and dialled.
        LOOPBACK,
        NETWORK
    }
}
