package parley.server.conversation;

import parley.protocol.Reply;
import parley.protocol.UserName;

/// Something that a user wants to say, with the verdict of the checks that need no store.
///
/// @param id what it is sent under; empty where there is none
/// @param verdict what becomes of it unless its id was used before, which counts more
public record Post(UserName from, String id, Address to, String text, Verdict verdict) {
    /// To whom it is said.
    public sealed interface Address {
        /// To a user, who may have no account.
        record One(UserName user) implements Address {}

        record Everyone() implements Address {}

        /// To something that is no name.
        record Nobody() implements Address {}
    }

    /// What the checks have come to.
    public sealed interface Verdict {
        record Fine() implements Verdict {}

        record Refuse(Reply.Error error) implements Verdict {}
    }

    /// Never the text.
    @Override
    public String toString() {
        return "Post[from=" + from + ", to=" + to + "]";
    }
}
