package parley.desktop.client;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.net.KeyProbe;
import parley.desktop.net.Loop;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.ServerLink;
import parley.identity.Fingerprint;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The keys that servers have shown since the desktop began, one a server that was signed in at.
/// Lives on the loop.
final class ShownKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ShownKeys.class);

    private final Loop loop;
    private final Map<ServerAddress, Fingerprint> shown = new HashMap<>();

    ShownKeys(Loop loop) {
        this.loop = loop;
    }

    /// Finds the key of the server that this link leads to; asks it, elsewhere, where it is not
    /// known.
    void find(
            ServerAddress server, ServerLink link, Consumer<Fingerprint> found, Runnable unknown) {
        link.key().ifPresent(key -> shown.put(server, key));
        Optional.ofNullable(shown.get(server))
                .ifPresentOrElse(found, () -> ask(server, found, unknown));
    }

    private void ask(ServerAddress server, Consumer<Fingerprint> found, Runnable unknown) {
        Thread.ofVirtual()
                .name("server-key")
                .start(() -> {
                    Optional<Fingerprint> key = asked(server);
                    loop.execute(() -> {
                        key.ifPresent(one -> shown.put(server, one));
                        key.ifPresentOrElse(found, unknown);
                    });
                });
    }

    private static Optional<Fingerprint> asked(ServerAddress server) {
        try {
            return Optional.of(KeyProbe.ask(server));
        } catch (IOException silent) {
            LOG.debug("no key of server={} why={}", server, silent.toString());
            return Optional.empty();
        }
    }
}
