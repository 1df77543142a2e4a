package parley.server.introduction;

import parley.protocol.PeerAddress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// Where one side of a private chat can be reached, and by which key it is known there.
///
/// @param seenAt the address that the server sees it at
/// @param addresses what it says itself; none where it gives its address to nobody
record Offer(InetAddress seenAt, List<PeerAddress> addresses, String key) {
    Offer {
        addresses = List.copyOf(addresses);
    }

    private boolean isHidden() {
        return addresses.isEmpty();
    }

    /// The addresses as they are told to the other side: its own and, with the port of the first,
    /// the one that the server sees; those of a machine's inside only where both sides are inside.
    /// Where one side gives its address to nobody none are told to either: who dialled would show
    /// its own.
    List<PeerAddress> as(Offer other) {
        if (isHidden() || other.isHidden()) {
            return List.of();
        }
        List<PeerAddress> told = new ArrayList<>(addresses);
        PeerAddress seen = new PeerAddress(seenAt, addresses.getFirst().port());
        if (told.stream().noneMatch(a -> a.toString().equals(seen.toString()))) {
            told.add(seen);
        }
        boolean inside = seenAt.isLoopbackAddress() && other.seenAt.isLoopbackAddress();
        return inside ? told : told.stream().filter(a -> !isInside(a.address())).toList();
    }

    /// The wildcard address leads to one's own machine too.
    private static boolean isInside(InetAddress address) {
        return address.isLoopbackAddress() || address.isAnyLocalAddress();
    }
}
