package parley.server.net;

import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.UserName;

/// Who looks over the shoulder of a simulated server.
public interface Watch {
    /// A session begins to hear, with nothing said on it yet.
    void joins(SteppedSession session, UserName user);

    /// A user is about to be told this.
    void tells(SteppedSession session, UserName user, Event event);

    /// A user's post is about to be answered.
    void answers(UserName user, String id, Reply reply);
}
