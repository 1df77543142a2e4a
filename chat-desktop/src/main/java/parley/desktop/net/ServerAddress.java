package parley.desktop.net;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a server listens, as its user writes it: `HOST`, `HOST:PORT`, `[IPv6]` or `[IPv6]:PORT`.
///
/// @param host a name or a literal address without brackets, in lower case
/// @param port 1 to 65,535
public record ServerAddress(String host, int port) {
    /// Where no port is given.
    public static final int DEFAULT_PORT = 7331;

    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^\\s:/\\[\\]@]+))(?::(\\d{1,5}))?");

    public ServerAddress {
        host = host.toLowerCase(Locale.ROOT);
        if (host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no server: " + host + ":" + port);
        }
    }

    /// The address that is written so, or nothing where that is none.
    public static Optional<ServerAddress> parse(String written) {
        Matcher parts = FORM.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(1) != null ? parts.group(1) : parts.group(2);
        int port = parts.group(3) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(3));
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new ServerAddress(host, port));
    }

    /// The address as one would write it: without the port where that is the usual one.
    @Override
    public String toString() {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return port == DEFAULT_PORT ? bracketed : bracketed + ":" + port;
    }
}
