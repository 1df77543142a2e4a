package parley.desktop.notification;

import parley.desktop.state.Place;

/// Something that is worth a word in passing.
///
/// @param heading who it comes from
/// @param words what they said, or want
/// @param place where it can be looked at
public record Notice(String heading, String words, Place place, Kind kind) {
    /// What it looks like.
    public enum Kind {
        ORDINARY,
        PRIVATE
    }
}
