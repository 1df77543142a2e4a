package parley.server.net;

import java.net.InetAddress;

/// The stay of one connection among all that the server holds. Any thread may use it.
public interface Visit {
    /// Where it comes from.
    InetAddress from();

    /// Somebody has signed in on it, or come with a ticket, so that it may stay for as long as it
    /// likes.
    void mayStay();
}
