package parley.desktop.privatechat;

import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Mark;
import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.Optional;

/// What an owner does about private chats. Called on the JavaFX thread; nothing waits.
public interface Peers {
    /// Asks somebody for a private chat, or accepts where they have asked already; where there is
    /// one, nothing happens.
    void open(UserName person);

    /// Says yes: to an invitation, which is remembered, or to going on with another key.
    void accept(UserName person);

    /// Says no: to an invitation, to another key, to the relay.
    void decline(UserName person);

    /// Ends the chat, or takes the invitation back.
    void end(UserName person);

    /// Takes the server's relay.
    ///
    /// @param acceptance whether it is to be asked again the next time
    void relay(UserName person, Acceptance acceptance);

    /// Sets whether the relay is taken with this person without asking.
    void relayConsent(UserName person, Acceptance acceptance);

    /// Says something.
    void send(UserName person, String text);

    void typing(UserName person);

    /// Says of one of this person's keys what the owner knows.
    void mark(UserName person, Fingerprint key, Mark mark);

    /// Offers a file; it goes once the chat is direct and the other side has said yes.
    ///
    /// @return its id; nothing where nobody is signed in
    Optional<String> offerFile(UserName person, Path file);

    /// Lets a file come into this folder.
    void acceptFile(UserName person, String file, Path folder);

    void declineFile(UserName person, String file);

    void pauseFile(UserName person, String file);

    void resumeFile(UserName person, String file);

    void cancelFile(UserName person, String file);

    /// Keeps what is said from now on on this computer, and tells the other side.
    void keep(UserName person);

    /// Keeps nothing of it any more, deletes what was kept, and tells the other side. A chat that
    /// is over is forgotten.
    void stopKeeping(UserName person);

    /// The owner has looked at everything up to this message.
    void read(UserName person, String id);
}
