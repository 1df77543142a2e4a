package parley.desktop.settings;

import parley.protocol.Limits;

import java.util.Optional;

/// A port as its owner writes it. Stateless.
final class PortNumber {
    private static final int HIGHEST = 65_535;

    private PortNumber() {}

    /// The port; 0, for any, where nothing or 0 is written; nothing where that is no port that a
    /// desktop may listen on.
    static Optional<Integer> parse(String written) {
        String digits = written.strip();
        if (digits.isEmpty()) {
            return Optional.of(0);
        }
        if (!digits.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(digits);
        boolean fits = port == 0 || port >= Limits.LOWEST_PEER_PORT && port <= HIGHEST;
        return fits ? Optional.of(port) : Optional.empty();
    }
}
