package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.util.List;

/// The keys of the people met at one server, remembered on disk. A person may have several, one a
/// computer. Called from the private chats' own thread only; may wait for the disk.
public interface KnownPeers {
    /// What is known of this key of this person.
    Acquaintance look(UserName person, Fingerprint key);

    /// Remembers the key as one of this person's. One that is known already keeps its consent.
    void remember(UserName person, Fingerprint key);

    /// Remembers the key, and that its owner comes in without asking from now on.
    void welcome(UserName person, Fingerprint key);

    /// Whether the server's relay is taken with this person without asking.
    Acceptance relays(UserName person);

    /// Remembers whether the relay is taken with this person without asking.
    void relays(UserName person, Acceptance acceptance);

    /// All keys of this person that were met, the oldest first.
    List<KnownKey> keys(UserName person);

    /// Notes what the owner says of this key, and remembers it.
    void mark(UserName person, Fingerprint key, Mark mark);
}
