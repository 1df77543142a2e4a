package parley.desktop.net;

import parley.protocol.Reply;

/// Who waits for the reply to a request. One of the two is called, once, on the loop.
public interface Answer {
    void came(Reply reply);

    /// There was no line, or it broke before the reply came: whether the request was heard is
    /// unknown.
    void lost();
}
