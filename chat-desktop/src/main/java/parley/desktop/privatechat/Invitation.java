package parley.desktop.privatechat;

/// Somebody asks for a private chat.
///
/// @param name who
/// @param key what is known of the key that they come with
public record Invitation(String name, Key key) {
    /// What is known of a person's key.
    public enum Key {
        /// Never met.
        NEW,
        /// Met before.
        KNOWN,
        /// Other keys of this person were met, but not this one.
        CHANGED
    }
}
