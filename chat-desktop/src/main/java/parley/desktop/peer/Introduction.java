package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.Limits;
import parley.protocol.PeerAddress;
import parley.protocol.Role;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the server said to bring two desktops together; all that a chat needs to find its peer,
/// again too, without any server.
///
/// @param addresses where the peer says that it listens, where the server sees it, and where it has
///   dialled from since
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

    /// The same, knowing from where the peer has dialled: it may have moved, and where it dials
    /// from it listens as well, unless somebody between translates its address. So either can move,
    /// one after the other, and is found again.
    Introduction knowing(Optional<InetAddress> from) {
        return from.filter(place -> !addresses.isEmpty())
                .map(place -> new PeerAddress(place, addresses.getFirst().port()))
                .filter(seen -> !addresses.contains(seen))
                .map(this::alsoAt)
                .orElse(this);
    }

    private Introduction alsoAt(PeerAddress seen) {
        List<PeerAddress> newer =
                Stream.concat(Stream.of(seen), addresses.stream())
                        .limit(Limits.ADDRESSES + 1L)
                        .toList();
        return new Introduction(session, role, newer, reach, key, acquaintance, ticket);
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
