package parley.desktop.peer;

import parley.protocol.Event;
import parley.protocol.UserName;

import java.util.UUID;

/// The private chats of one signed-in owner, several at once, one a person. It lives from sign-in
/// to sign-out: the loss of the server, a takeover and idleness leave it as it is.
///
/// Any thread may call any method, and none waits. What comes of it is told to the one listener,
/// from the service's own thread, in order; the listener must not wait either.
public final class PeerService implements AutoCloseable {
    /// Asks for a private chat, or accepts where this person has asked already. Nothing happens
    /// where one is under way or open.
    public void open(UserName person) {}

    /// Says yes to an invitation, or to going on with another key.
    public void accept(UserName person, Acceptance acceptance) {}

    /// Says no to an invitation, or to going on with another key.
    public void decline(UserName person) {}

    /// Takes back one's own request.
    public void cancel(UserName person) {}

    /// Ends a chat that is connecting, open or reconnecting.
    public void end(UserName person) {}

    /// Says something. It waits while the chat is not direct yet or not again; where there is no
    /// chat, or too much waits already, the listener is told `UNDELIVERED`.
    ///
    /// @param text 1 to 16,384 bytes of UTF-8
    /// @return the message's id
    /// @throws IllegalArgumentException where the text is empty, too long, or holds NUL or half a
    ///   surrogate pair
    public String send(UserName person, String text) {
        return UUID.randomUUID().toString();
    }

    /// Tells the other side that the owner is writing; at most once every three seconds goes out.
    public void typing(UserName person) {}

    /// Tells the other side that its messages up to this one have been looked at.
    public void read(UserName person, String id) {}

    /// Sets whom the owner lets in without being asked; concerns invitations from now on.
    public void consent(Consent consent) {}

    /// What the server says of private chats.
    public void hear(Event.PrivateRequest request) {}

    /// What the server says of private chats.
    public void hear(Event.PrivateReady ready) {}

    /// What the server says of private chats.
    public void hear(Event.PrivateDeclined declined) {}

    /// The session with the server is over, for whatever reason: what waits for an introduction
    /// ends, what has been introduced goes on.
    public void serverLost() {}

    /// Ends all chats with a good-bye and stops listening. Waits a second at most for the good-byes
    /// to go out.
    @Override
    public void close() {}
}
