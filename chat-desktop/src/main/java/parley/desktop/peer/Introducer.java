package parley.desktop.peer;

import parley.protocol.Reply;
import parley.protocol.Request;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/// The server, as far as private chats need it. Any thread may ask; nothing waits.
public interface Introducer {
    /// Asks the server. Completes exceptionally where there is no connection, or it goes before the
    /// answer. Answers complete in the order of the wire, before any event that came behind them is
    /// told to [PeerService].
    CompletableFuture<Reply> ask(Request request);

    /// Opens one more connection to the server that the owner is, or was last, signed in at: to the
    /// same address, and protected as the one there is. Waits some seconds at most, so not for
    /// threads that must not.
    ///
    /// @throws IOException where nobody is signed in, the server is not to be reached, or shows
    ///   another key than the accepted one
    Door dialAgain() throws IOException;

    /// A connection to the server on which nothing was said yet.
    ///
    /// @param raw the TCP socket; closing it ends the connection
    /// @param talk the same, or the TLS over it
    record Door(Socket raw, Socket talk) {}

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
