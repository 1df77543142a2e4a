package parley.desktop.peer;

import parley.protocol.Event;
import parley.protocol.PeerAddress;

import java.util.List;
import java.util.function.Supplier;

/// What every session of one owner works with.
///
/// @param own where this desktop listens, as offered to a peer now; empty where it has no network
/// @param key base64url of the SHA-256 of this desktop's own public key
record Setting(
        Strand strand,
        Introducer introducer,
        Dialler dialler,
        KnownPeers known,
        Lobby lobby,
        Supplier<List<PeerAddress>> own,
        String key) {
    /// What the server's word is worth here and now.
    Introduction introduction(Event.PrivateReady ready, Acquaintance known) {
        return new Introduction(
                ready.session(),
                ready.role(),
                ready.addresses(),
                introducer.reach(),
                ready.key(),
                known);
    }
}
