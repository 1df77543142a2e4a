package parley.protocol;

import java.util.Optional;

/// A request with the id that its reply shall carry, or a reply with the id that it answers.
///
/// @param tag 1 to 64 characters; empty where the request carried none
/// @param frame what is said
public record Envelope<T>(String tag, T frame) {
    /// A frame without an id.
    public static <T> Envelope<T> untagged(T frame) {
        return new Envelope<>("", frame);
    }

    /// The id, where there is one.
    public Optional<String> id() {
        return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
    }
}
