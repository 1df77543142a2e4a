package parley.desktop.net;

import parley.identity.Fingerprint;

import java.util.Optional;

/// The servers' keys that their user has accepted. Asked on the loop.
public interface ServerKeys {
    Optional<Fingerprint> accepted(ServerAddress server);
}
