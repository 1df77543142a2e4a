package parley.desktop.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.protocol.Limits;
import parley.protocol.PeerAddress;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// This machine's own addresses, as they are offered to a peer.
interface LocalAddresses {
    /// Where a peer may find us: at most 16, loopback last and only for who reaches the server
    /// there.
    List<PeerAddress> offer(int port, Introducer.Reach reach);

    /// Those of this machine's network interfaces, asked anew each time.
    static LocalAddresses ofThisMachine() {
        return (port, reach) -> chosen(Interfaces.addresses(), port, reach);
    }

    /// Those of these that may be offered, in their order but loopback last.
    static List<PeerAddress> chosen(List<InetAddress> addresses, int port, Introducer.Reach reach) {
        List<InetAddress> allowed =
                addresses.stream().filter(address -> AddressRules.allow(address, reach)).toList();
        return Stream.concat(
                        allowed.stream().filter(address -> !address.isLoopbackAddress()),
                        allowed.stream().filter(InetAddress::isLoopbackAddress))
                .map(address -> new PeerAddress(withoutScope(address), port))
                .distinct()
                .limit(Limits.ADDRESSES)
                .toList();
    }

    /// These, and the one at which a router lets peers in.
    static List<PeerAddress> withWayIn(List<PeerAddress> own, Optional<PeerAddress> wayIn) {
        return Stream.concat(
                        own.stream().limit(Limits.ADDRESSES - wayIn.stream().count()),
                        wayIn.stream())
                .distinct()
                .toList();
    }

    private static InetAddress withoutScope(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address has a length of its own", impossible);
        }
    }

    /// What the system tells.
    final class Interfaces {
        private static final Logger LOG = LoggerFactory.getLogger(LocalAddresses.class);

        private Interfaces() {}

        private static List<InetAddress> addresses() {
            List<InetAddress> found = new ArrayList<>();
            try {
                for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                    if (each.isUp()) {
                        each.inetAddresses().forEach(found::add);
                    }
                }
            } catch (SocketException failed) {
                LOG.warn("this machine's addresses could not be read", failed);
            }
            return found;
        }
    }
}
