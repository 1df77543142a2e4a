package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;
import parley.protocol.Role;

import java.util.List;

/// What the server said to bring two desktops together; all that a chat needs to find its peer,
/// again too, without any server.
///
/// @param addresses where the peer says that it listens
/// @param reach how this desktop reached the server then: settles which of them may be dialled,
///   also when the server has long gone
/// @param key the one that the peer has announced
/// @param acquaintance what was known of that key when it was announced
/// @param ticket this side's for the server's relay; empty where the server offers none
record Introduction(
        String session,
        Role role,
        List<PeerAddress> addresses,
        Introducer.Reach reach,
        Fingerprint key,
        Acquaintance acquaintance,
        String ticket) {
    Introduction {
        addresses = List.copyOf(addresses);
    }

    /// The same, for who dials nobody.
    Introduction withoutAddresses() {
        return new Introduction(session, role, List.of(), reach, key, acquaintance, ticket);
    }

    /// Whether the two may meet at the server's relay, as far as the server goes.
    boolean hasRelay() {
        return !ticket.isEmpty();
    }

    /// Those of the addresses that may be dialled, in the order in which to try them.
    List<PeerAddress> dialable() {
        return AddressRules.dialable(addresses, reach);
    }
}
