package parley.desktop.peer;

/// What this desktop knows of a person's key.
public enum Acquaintance {
    /// No key of this person was ever met: this one is trusted on first use, and shown as such.
    NEW,
    /// The key has been met before.
    KNOWN,
    /// The key has been met before, and its owner may come in without asking.
    WELCOME,
    /// Other keys of this person have been met, but not this one: the owner decides.
    CHANGED
}
