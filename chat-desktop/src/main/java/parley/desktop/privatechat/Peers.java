package parley.desktop.privatechat;

import parley.protocol.UserName;

/// What an owner does about private chats. Called on the JavaFX thread; nothing waits.
public interface Peers {
    /// Asks somebody for a private chat, or accepts where they have asked already; where there is
    /// one, nothing happens.
    void open(UserName person);

    /// Says yes: to an invitation, which is remembered, or to going on with another key.
    void accept(UserName person);

    /// Says no.
    void decline(UserName person);

    /// Ends the chat, or takes the invitation back.
    void end(UserName person);

    /// Says something.
    void send(UserName person, String text);

    void typing(UserName person);

    /// The owner has looked at everything up to this message.
    void read(UserName person, String id);
}
