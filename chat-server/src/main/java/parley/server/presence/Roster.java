package parley.server.presence;

import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;

/// What one user may see of all others: the answers to `who`. Memory work; any thread may use it.
public final class Roster {
    /// The answer to this question, or the part of it that fits into a line.
    public Reply.Users who(UserName asker, Request.Who question) {
        throw new UnsupportedOperationException(asker + " " + question);
    }
}
