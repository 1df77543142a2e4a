package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.Event;
import parley.protocol.PeerAddress;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// What every session of one owner works with.
///
/// @param disclosure to whom the owner gives addresses now
/// @param own where this desktop listens, as offered to a peer now; empty where it has no network
/// @param key this desktop's own
/// @param searchTime from `private-ready` until there is no direct way
record Setting(
        Strand strand,
        Disk disk,
        Introducer introducer,
        Dialler dialler,
        Relay relay,
        KnownPeers known,
        Lobby lobby,
        Supplier<Disclosure> disclosure,
        Supplier<List<PeerAddress>> own,
        Fingerprint key,
        Duration searchTime) {
    /// What the server's word is worth here and now.
    Introduction introduction(Event.PrivateReady ready, Acquaintance known) {
        return new Introduction(
                ready.session(),
                ready.role(),
                ready.addresses(),
                introducer.reach(),
                new Fingerprint(ready.key()),
                known,
                ready.relay());
    }
}
