package parley.desktop.local;

import parley.protocol.UserName;

import java.time.Instant;
import java.util.List;

/// A private chat that its owner keeps on this computer.
///
/// @param since from when on
/// @param words what was said since then, the oldest first; where it is very much, the newest of it
public record KeptChat(UserName person, Instant since, List<KeptWord> words) {
    public KeptChat {
        words = List.copyOf(words);
    }

    /// Never the words.
    @Override
    public String toString() {
        return "KeptChat[person=" + person + ", words=" + words.size() + "]";
    }
}
