package parley.desktop.peer;

/// To whom the owner gives this computer's addresses.
public enum Disclosure {
    /// To the people that they have a private chat with, so that it can be direct.
    TO_PARTNERS,
    /// To nobody: private chats go by the server's relay only, and this desktop dials nobody
    /// either, since who dials shows where they are.
    TO_NOBODY
}
