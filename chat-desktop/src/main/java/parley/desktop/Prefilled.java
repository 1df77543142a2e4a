package parley.desktop;

import parley.desktop.client.Client.Remembered;
import parley.desktop.net.ServerAddress;
import parley.protocol.UserName;

import java.util.Optional;

/// What somebody wants the login dialog to begin with. A value.
///
/// @param server as it was written; it is one
/// @param user as it was written
record Prefilled(Optional<String> server, Optional<String> user) {
    /// Nothing.
    static final Prefilled NOTHING = new Prefilled(Optional.empty(), Optional.empty());

    /// Whether who is remembered is who is wanted, so that a kept sign-in may go on.
    boolean allows(Remembered remembered) {
        boolean there =
                server.flatMap(ServerAddress::parse).map(remembered.server()::equals).orElse(true);
        boolean they =
                user.map(UserName::parse)
                        .map(wanted -> wanted.filter(remembered.user()::equals).isPresent())
                        .orElse(true);
        return there && they;
    }
}
