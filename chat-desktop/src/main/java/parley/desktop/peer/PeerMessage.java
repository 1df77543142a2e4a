package parley.desktop.peer;

import java.time.Instant;

/// Words said in a private chat. They live in memory only.
///
/// @param id the sender's, unique within the chat; tells repeats
/// @param time when they were written, by the sender's clock
public record PeerMessage(String id, String text, Instant time) {
    /// Never the text.
    @Override
    public String toString() {
        return "PeerMessage[id=" + id + "]";
    }
}
