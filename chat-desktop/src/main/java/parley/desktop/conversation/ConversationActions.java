package parley.desktop.conversation;

import parley.desktop.peer.Acceptance;

/// What the owner does in a chat. What means nothing for a kind of chat does nothing there. Called
/// on the JavaFX thread; nothing may wait there.
public interface ConversationActions {
    /// Sends this: it has a character that is no white space, and is not too long.
    void send(String text);

    /// The owner is writing. Called with each change of what is written: whoever passes it on does
    /// so every few seconds.
    void typing();

    /// The reader nears the oldest row, and there may be more. Called once until
    /// [ConversationModel#earlierProperty] has changed or a row was added.
    void loadOlder();

    /// This is the newest message of others that stood a second on screen in an active window.
    void seen(MessageRow.Heard row);

    /// Sends a failed message again.
    void retry(MessageRow.Own row);

    /// Forgets a failed message.
    void discard(MessageRow.Own row);

    /// What is done about files.
    FileActions files();

    void block();

    void unblock();

    /// Writes the chat to a file of the owner's choice; never a private one.
    void export();

    /// Begins a private chat with the person, or shows the one there is. In a private chat that has
    /// ended: begins anew.
    void openPrivate();

    /// Ends the private chat, or takes the invitation back.
    void endPrivate();

    /// Goes on with a person who comes with another key than before.
    void trustOtherKey();

    /// Takes the server's relay for this private chat.
    ///
    /// @param acceptance whether it is to be asked again the next time
    default void takeRelay(Acceptance acceptance) {}

    /// Does not want the relay, at which the other side waits.
    default void declineRelay() {}

    /// Sets whether the relay is taken with this person without asking.
    default void relayConsent(Acceptance acceptance) {}

    /// From a private chat that found no way: puts what was not delivered into the ordinary one, to
    /// be looked at and sent there.
    default void writeOrdinary() {}

    /// Shows what the two compare to know that nobody is between them.
    void verify();

    /// Talks to the computer at the other end though it is not verified and another of this
    /// person's is.
    void tolerate();

    /// Keeps what is said in the private chat from now on on this computer.
    void keep();

    /// Keeps nothing of the private chat any more, and deletes what was kept.
    void stopKeeping();

    /// From a private chat: shows the ordinary one with the same person.
    void openOrdinary();
}
