package parley.desktop.peer;

import parley.protocol.Limits;
import parley.protocol.PeerAddress;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Which addresses may be offered and dialled. What a peer offers comes from a stranger by way of a
/// server: nobody must be made to dial this machine's own services, a router's management, or a
/// whole network. Stateless.
final class AddressRules {
    private AddressRules() {}

    /// Whether this may be dialled by somebody who reaches the server so: literal unicast, ports
    /// from 1024, loopback only where the server is on loopback too. Link-local addresses mean
    /// nothing without an interface, and lead to the metadata services of clouds.
    static boolean allow(PeerAddress address, Introducer.Reach reach) {
        return address.port() >= Limits.LOWEST_PEER_PORT && allow(address.address(), reach);
    }

    /// Whether this may be offered or dialled, whatever the port.
    static boolean allow(InetAddress address, Introducer.Reach reach) {
        if (address.isLoopbackAddress()) {
            return reach == Introducer.Reach.LOOPBACK;
        }
        return !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress()
                && isUnicast(address);
    }

    private static boolean isUnicast(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> {
                int first = four.getAddress()[0] & 0xff;
                yield first != 0 && first < 224;
            }
            case Inet6Address six -> !embedsVersion4(six.getAddress());
            default -> false;
        };
    }

    /// Whether somebody anywhere may find this: unicast, and not of a private network (RFC 1918), a
    /// provider's own (RFC 6598) or a site's (RFC 4193).
    static boolean isPublic(InetAddress address) {
        return allow(address, Introducer.Reach.NETWORK)
                && !address.isSiteLocalAddress()
                && switch (address) {
                    case Inet4Address four -> !isOfProvider(four.getAddress());
                    case Inet6Address six -> (six.getAddress()[0] & 0xfe) != 0xfc;
                    default -> false;
                };
    }

    private static boolean isOfProvider(byte[] address) {
        return address[0] == 100 && (address[1] & 0xc0) == 0x40;
    }

    /// `::a.b.c.d`, and what a translator turns into version 4 (RFC 6052): another way to write an
    /// address that is refused when written plainly.
    private static boolean embedsVersion4(byte[] address) {
        boolean translated =
                address[0] == 0
                        && address[1] == 0x64
                        && (address[2] & 0xff) == 0xff
                        && (address[3] & 0xff) == 0x9b;
        if (translated) {
            return true;
        }
        for (int i = 0; i < 12; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// Those that may be dialled, version 6 and 4 in turn (RFC 8305), no more than the protocol
    /// lets a peer offer, beside the one that the server adds.
    static List<PeerAddress> dialable(List<PeerAddress> offered, Introducer.Reach reach) {
        Deque<PeerAddress> six = new ArrayDeque<>();
        Deque<PeerAddress> four = new ArrayDeque<>();
        offered.stream()
                .distinct()
                .filter(address -> allow(address, reach))
                .limit(Limits.ADDRESSES + 1L)
                .forEach(address ->
                        (address.address() instanceof Inet6Address ? six : four).add(address));
        return inTurn(six, four);
    }

    private static List<PeerAddress> inTurn(Deque<PeerAddress> six, Deque<PeerAddress> four) {
        List<PeerAddress> order = new ArrayList<>();
        while (!six.isEmpty() || !four.isEmpty()) {
            if (!six.isEmpty()) {
                order.add(six.remove());
            }
            if (!four.isEmpty()) {
                order.add(four.remove());
            }
        }
        return List.copyOf(order);
    }
}
