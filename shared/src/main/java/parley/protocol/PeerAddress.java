package parley.protocol;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A literal address and port at which a desktop listens for private chats: `192.0.2.7:41233` or
/// `[2001:db8::7]:41233`. Never a name, so nothing is ever looked up; ports from 1024.
///
/// @param address without a scope
/// @param port 1,024 to 65,535
public record PeerAddress(InetAddress address, int port) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:((?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3})|\\[(?=[^]]*:)([0-9a-fA-F:.]{2,45})])"
                        + ":([1-9]\\d{0,4})");

    /// The address that is written so, or nothing where that is none.
    public static Optional<PeerAddress> parse(String written) {
        Matcher parts = FORM.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group(3));
        if (port < Limits.LOWEST_PEER_PORT || port > 65_535) {
            return Optional.empty();
        }
        try {
            String host = parts.group(1) != null ? parts.group(1) : parts.group(2);
            return Optional.of(new PeerAddress(InetAddress.ofLiteral(host), port));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// Where a socket connects to.
    public InetSocketAddress toSocketAddress() {
        return new InetSocketAddress(address, port);
    }

    /// The address as the wire writes it: an IPv6 address in the short form of RFC 5952.
    @Override
    public String toString() {
        String host =
                address instanceof Inet6Address v6
                        ? "[" + shortened(v6) + "]"
                        : address.getHostAddress();
        return host + ":" + port;
    }

    /// Lower case, no leading zeros, and `::` for the first of the longest runs of two or more
    /// groups of zeros.
    private static String shortened(Inet6Address address) {
        String[] groups = groups(address.getAddress());
        int from = 0;
        int length = 0;
        for (int i = 0; i < groups.length; i++) {
            int zeros = zerosAt(groups, i);
            if (zeros > length) {
                from = i;
                length = zeros;
            }
        }
        if (length < 2) {
            return String.join(":", groups);
        }
        return joined(groups, 0, from) + "::" + joined(groups, from + length, groups.length);
    }

    private static String[] groups(byte[] bytes) {
        String[] groups = new String[bytes.length / 2];
        for (int i = 0; i < groups.length; i++) {
            int group = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
            groups[i] = Integer.toHexString(group);
        }
        return groups;
    }

    private static int zerosAt(String[] groups, int from) {
        int end = from;
        while (end < groups.length && groups[end].equals("0")) {
            end++;
        }
        return end - from;
    }

    private static String joined(String[] groups, int from, int to) {
        return String.join(":", Arrays.copyOfRange(groups, from, to));
    }
}
