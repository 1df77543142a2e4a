package parley.desktop.local;

import parley.desktop.peer.MessageState;
import parley.protocol.UserName;

import java.time.Instant;

/// The private chats that their owner keeps on this computer: those and no others. What is said of
/// a chat that is not kept changes nothing, so that nothing lands on the disk by mistake.
public interface KeptChats {
    /// Keeps what is said with this person from now on; a chat that is kept already stays as it is.
    void keep(UserName person, Instant since);

    void add(UserName person, KeptWord word);

    /// One of the owner's own messages has got this far.
    void moved(UserName person, String id, MessageState state);

    /// One of the owner's own messages was given up.
    void discard(UserName person, String id);

    /// Keeps this chat no longer and deletes what was kept of it, from the bytes of the files too.
    void delete(UserName person);
}
