package parley.desktop.peer;

/// What the owner has said of one key of a person.
public enum Mark {
    /// Nothing: it was trusted when it came.
    NONE,
    /// That one may talk to it, though it is not verified and another of this person's keys is.
    TOLERATED,
    /// That the two have compared their safety number, and it is this person's.
    VERIFIED
}
