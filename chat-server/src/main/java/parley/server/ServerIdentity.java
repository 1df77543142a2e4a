package parley.server;

import parley.identity.Identity;
import parley.identity.IdentityException;

import java.io.IOException;

/// By which key the server is known: the operator's, or a self-signed one that was made at the
/// first start and is kept in the data folder.
final class ServerIdentity {
    private ServerIdentity() {}

    static Identity of(ServerConfig config, DataFolder folder) throws CannotStart {
        try {
            return config.tls().isPresent()
                    ? Identity.fromFiles(config.tls().get().certificate(), config.tls().get().key())
                    : Identity.ofServer(folder.path());
        } catch (IdentityException unusable) {
            throw new CannotStart(String.valueOf(unusable.getMessage()), unusable);
        } catch (IOException notKept) {
            throw new CannotStart(
                    "The server's key can't be kept in " + folder.path() + "; make it writable.",
                    notKept);
        }
    }
}
