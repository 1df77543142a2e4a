package parley.desktop.local;

import org.jspecify.annotations.Nullable;

/// A profile's folder cannot be used. The message is a sentence for people: what is wrong and what
/// to do.
public final class ProfileUnusable extends Exception {
    ProfileUnusable(String sentence) {
        this(sentence, null);
    }

    ProfileUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
