package parley.desktop.peer;

/// Whom the owner lets in without being asked.
public enum Consent {
    /// Those whose invitation was accepted before, with the key that they had then.
    ASK_FIRST_TIME,
    /// Everyone, but never a person who comes with another key than before.
    EVERYONE,
    /// Nobody, and nobody is asked: invitations are declined at once. The owner may invite.
    NOBODY
}
