package parley.protocol;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
                    "(?:((?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3})|\\[([0-9a-fA-F:.]{2,45})])"
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

    /// The address as the wire writes it.
    @Override
    public String toString() {
        String host = address.getHostAddress();
        int scope = host.indexOf('%');
        String bare = scope < 0 ? host : host.substring(0, scope);
        return (address instanceof Inet6Address ? "[" + bare + "]" : bare) + ":" + port;
    }
}
