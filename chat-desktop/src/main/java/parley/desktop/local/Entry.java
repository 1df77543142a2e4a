package parley.desktop.local;

import parley.protocol.Chat;
import parley.protocol.UserName;

import java.time.Instant;

/// One thing said in a chat, as this desktop keeps it. Entries of a chat are ordered by what the
/// server has numbered, older eras first; what it has not numbered yet stands behind, in the order
/// it was written.
///
/// @param key names it on this computer for good, also when its state changes
/// @param id what it was sent under; empty for others' words
/// @param time the server's clock; this machine's as long as the state is not `Said`
public record Entry(
        long key, Chat chat, UserName from, String text, Instant time, String id, State state)
        implements Comparable<Entry> {
    /// Where an entry stands on its way.
    public sealed interface State {
        /// The server has it.
        ///
        /// @param store 1 for the server's first store that was met, 2 for the one it began anew
        ///   with …
        /// @param seq its number there: 1, 2, 3 …
        /// @param era the store among whose entries it stands: an older one where that had it too,
        ///   under the same number, before it was restored from a backup
        record Said(int store, long seq, int era) implements State {
            /// Said in this store and no older one.
            public Said(int store, long seq) {
                this(store, seq, store);
            }
        }

        /// It goes out, or waits for the line.
        record Waiting() implements State {}

        /// The server refused it. Its owner tries again or discards it.
        record Failed(Failure why) implements State {}
    }

    /// Why the server refused a message.
    public enum Failure {
        /// The other has blocked the sender.
        BLOCKED,
        /// There is no such account, or no longer.
        UNKNOWN_USER,
        /// The text is too long.
        TOO_LONG,
        /// There is nothing in it.
        EMPTY,
        /// It was to oneself.
        SELF,
        /// Any other reason.
        REFUSED
    }

    /// Never the text.
    @Override
    public String toString() {
        return "Entry[key=" + key + ", chat=" + chat + ", state=" + state + "]";
    }

    @Override
    public int compareTo(Entry other) {
        if (state instanceof State.Said(int store, long seq, int era)) {
            return other.state instanceof State.Said(int otherStore, long otherSeq, int otherEra)
                    ? era == otherEra ? Long.compare(seq, otherSeq) : Integer.compare(era, otherEra)
                    : -1;
        }
        return other.state instanceof State.Said ? 1 : Long.compare(key, other.key);
    }
}
