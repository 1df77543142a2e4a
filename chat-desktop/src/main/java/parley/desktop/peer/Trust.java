package parley.desktop.peer;

/// How far the owner can be sure of who sits at the other end.
public enum Trust {
    /// Trusted on first use, and not yet verified.
    UNVERIFIED,
    /// The two have compared their safety number.
    VERIFIED,
    /// Another computer of this person's is verified and this one is not: nothing is sent to it
    /// until the owner decides.
    IN_DOUBT
}
