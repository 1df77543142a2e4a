package parley.desktop.peer;

/// How far the owner's yes to an invitation goes.
public enum Acceptance {
    /// Asked again the next time.
    THIS_TIME,
    /// The same person with the same key is let in from now on without asking.
    FROM_NOW_ON
}
